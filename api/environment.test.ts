import { describe, expect, it } from 'vitest';
import { offersDemoPeople, readEnvironment } from './environment.ts';

const given = {
  DATABASE_URL: 'postgresql://user:hidden@127.0.0.1:5432/stagewright',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  PUBLIC_URL: 'http://127.0.0.1:8080',
  SESSION_SECRET: 'x'.repeat(32),
  FILES_DIR: '/var/lib/stagewright/files',
};

describe('readEnvironment', () => {
  it('fills in what has a default', () => {
    expect(readEnvironment({ ...given, MAIL_EVIDENCE_URL: '' })).toMatchObject({
      TEMPORAL_NAMESPACE: 'default',
      TASK_QUEUE: 'deals',
      HOST: '127.0.0.1',
      PORT: 8080,
      WEB_DIR: 'dist/designer',
      ORGANISATION: 'Promyk Energia',
    });
  });

  it.each([
    [{ DEMO_LOGINS: '1' }, true],
    [{}, false],
    [{ DEMO_LOGINS: '0' }, false],
    [{ DEMO_LOGINS: '1', NODE_ENV: 'production' }, false],
    [{ DEMO_LOGINS: '1', HOST: '0.0.0.0' }, false],
    [{ DEMO_LOGINS: '1', HOST: '::1' }, true],
  ])('offers the demo people with %j: %s', (variables, expected) => {
    expect(offersDemoPeople(readEnvironment({ ...given, ...variables }))).toBe(expected);
  });

  it.each(['loopback', 'loopback, 10.0.0.0/8', 'fd00::/8,192.0.2.1'])(
    'takes the proxies %s',
    (TRUSTED_PROXIES) => {
      expect(readEnvironment({ ...given, TRUSTED_PROXIES })).toMatchObject({ TRUSTED_PROXIES });
    },
  );

  it.each(['everybody', 'true', 'loopback;10.0.0.1'])(
    'refuses the proxies %s',
    (TRUSTED_PROXIES) => {
      expect(() => readEnvironment({ ...given, TRUSTED_PROXIES })).toThrow(
        /TRUSTED_PROXIES: must be/,
      );
    },
  );

  it('names every wrong variable and what it must be, never its value', () => {
    const wrong = { ...given, DATABASE_URL: 'mysql://user:hidden@db', SESSION_SECRET: 'short' };
    expect(() => readEnvironment({ ...wrong, PORT: 'http' })).toThrow(/DATABASE_URL: must begin/);
    expect(() => readEnvironment(wrong)).toThrow(/SESSION_SECRET: must have 32 characters/);
    expect(() => readEnvironment(wrong)).not.toThrow(/hidden|short/);
  });
});
