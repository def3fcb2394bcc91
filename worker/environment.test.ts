import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const right = {
  DATABASE_URL: 'postgresql://user:hush@127.0.0.1:5432/sales',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Sales <sales@example.com>',
  PUBLIC_URL: 'https://sales.example.com',
  WEBHOOK_SECRET: 'a key of webhooks, long enough to pass',
};

describe('the settings of the worker', () => {
  it('have defaults where there is a sensible one', () => {
    expect(readEnvironment({ ...right, MAIL_EVIDENCE_URL: '' })).toMatchObject({
      TASK_QUEUE: 'deals',
      WORKFLOW_BUNDLE: 'dist/workflow-bundle.js',
      LOG_LEVEL: 'info',
    });
  });

  it('are refused with a line for each that is wrong, and no value', () => {
    const wrong = {
      ...right,
      DATABASE_URL: 'mysql://hush',
      MAIL_FROM: 'sales',
      SMTP_URL: undefined,
    };
    const read = () => readEnvironment(wrong);
    expect(read).toThrow(/DATABASE_URL: [^\n]+\nSMTP_URL: [^\n]+\nMAIL_FROM: /);
    expect(read).not.toThrow(/hush/);
  });
});
