import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function lineOf(error: unknown): Record<string, unknown> {
  let line = '';
  openLog('info', { write: (text) => (line += text) }).error({ error }, 'it failed');
  return JSON.parse(line) as Record<string, unknown>;
}

describe('a line of the log', () => {
  it('says what an error was and where it was thrown', () => {
    const said = lineOf(new RangeError('Invalid currency code : US$')).error;
    expect(said).toMatchObject({ cause: 'RangeError: Invalid currency code : US$' });
    expect(said).toMatchObject({ at: expect.arrayContaining([expect.stringMatching(/^at /)]) });
  });

  it('tells no address, and of Prisma not the values that it was called with', () => {
    const refused = new Error('550 <ann@customers.test> is unknown');
    expect(lineOf(refused).error).toMatchObject({ cause: 'Error: 550 <[hidden]> is unknown' });
    const message = 'Invalid invocation:\n{ text: "secret" }\n\nNull byte in a text';
    const prisma = Object.assign(new Error(message), { name: 'PrismaClientError', code: 'P2000' });
    const line = JSON.stringify(lineOf(prisma));
    expect(line).toContain('P2000: Null byte in a text');
    expect(line).not.toContain('secret');
  });

  it('takes what is no error, and what no column can hold', () => {
    expect(lineOf('plain').error).toEqual({ cause: 'Error: plain' });
    expect(lineOf(null).error).toEqual({ cause: 'Error: null' });
    expect(lineOf(new Error('a\u0000b\ud800')).error).toMatchObject({ cause: 'Error: a b' });
  });
});
