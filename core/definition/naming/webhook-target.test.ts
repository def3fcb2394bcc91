import { describe, expect, it } from 'vitest';
import { webhookTarget } from './webhook-target.ts';

describe('where a webhook leads', () => {
  it.each([
    ['public', 'https://example.com/hook?x=1', 'https://93.184.216.34/', 'https://[2606:2800::1]/'],
    ['local', 'http://localhost:9000', 'http://127.0.0.1/x', 'https://[::1]/', 'http://0x7f.1/'],
    ['insecure', 'http://example.com/hook'],
    ['malformed', 'example.com', 'ftp://example.com', 'https://', 'javascript:alert(1)'],
    ['credentials', 'https://user:secret@example.com', 'https://token@example.com'],
    ['placeholder', 'https://example.com/{{ deal.place }}', 'https://{% if a %}x{% endif %}.com'],
  ])('is %s', (expected, ...urls) => {
    expect(urls.map((url) => [url, webhookTarget(url)])).toEqual(
      urls.map((url) => [url, expected]),
    );
  });

  it('is private for addresses that no outsider has, however they are written', () => {
    const hosts = [
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '3232235777',
      '0xA000001',
      '[fe80::1]',
      '[fc00::1]',
      '[::ffff:10.0.0.1]',
      'intranet',
      'db.internal',
      'printer.local.',
    ];
    for (const host of hosts)
      expect([host, webhookTarget(`https://${host}/`)]).toEqual([host, 'private']);
  });
});
