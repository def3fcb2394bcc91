import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment variables', () => {
  it('may all be missing or empty', () => {
    expect(readEnvironment({ PORT: '' })).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8080,
      TEMPORAL_NAMESPACE: 'default',
      TASK_QUEUE: 'deals',
      DATABASE_URL: undefined,
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['TEMPORAL_ADDRESS', 'http://127.0.0.1:7233'],
    ['MAIL_EVIDENCE_URL', 'ftp://x'],
    ['PUBLIC_URL', 'sales.example.com'],
    ['LOG_LEVEL', 'loud'],
    ['MAIL_FROM', 'nobody'],
  ])('are refused with name, value and remedy: %s=%s', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(
      new RegExp(`^${name} is "${value.replace(/\W/g, '.')}".*: (set it to|use) `),
    );
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@x/y'],
    ['SMTP_URL', 'http://user:hunter2@x'],
    ['SESSION_SECRET', 'hunter2'],
    ['WEBHOOK_SECRET', 'hunter2'],
  ])('are refused without showing a secret: %s', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(new RegExp(`^${name} `));
    expect(read).not.toThrow(/hunter2/);
  });

  it('are refused all at once, and need a sender with a mail server', () => {
    const read = () => readEnvironment({ PORT: 'x', SMTP_URL: 'smtp://mail.example.com' });
    expect(read).toThrow(/^PORT .*\nMAIL_FROM is not set, while SMTP_URL is: /);
  });
});
