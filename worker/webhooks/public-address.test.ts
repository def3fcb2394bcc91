import { describe, expect, it } from 'vitest';
import { addressFor } from './public-address.ts';

const resolve = (url: string) => addressFor(new URL(url), false);

describe('the address of a webhook', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://localhost/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://198.19.255.255/',
    'http://[::ffff:198.18.0.1]/',
    'http://192.31.196.1/',
    'http://192.52.193.1/',
    'http://192.175.48.1/',
    'http://[::127.0.0.1]/',
    'http://[::10.0.0.1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[100::1]/',
    'http://[2001:2::1]/',
    'http://[2620:4f:8000::1]/',
    'http://[3fff::1]/',
    'http://[4000::1]/',
    'http://[5f00::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://user:secret@93.184.216.34/',
    'file:///etc/passwd',
    'gopher://93.184.216.34/',
    'ftp://93.184.216.34/',
  ])('is refused: %s', async (url) => {
    await expect(resolve(url)).rejects.toMatchObject({ name: 'RefusedAddress' });
  });

  it.each(['https://93.184.216.34/x', 'http://[2606:4700:4700::1111]/'])(
    'may be of the open internet: %s',
    async (url) => {
      expect((await resolve(url)).address).toBe(new URL(url).hostname.replace(/[[\]]/g, ''));
    },
  );
});
