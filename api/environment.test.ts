import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

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

  it('names every wrong variable and what it must be, never its value', () => {
    const wrong = { ...given, DATABASE_URL: 'mysql://user:hidden@db', SESSION_SECRET: 'short' };
    expect(() => readEnvironment({ ...wrong, PORT: 'http' })).toThrow(/DATABASE_URL: must begin/);
    expect(() => readEnvironment(wrong)).toThrow(/SESSION_SECRET: must have 32 characters/);
    expect(() => readEnvironment(wrong)).not.toThrow(/hidden|short/);
  });
});
