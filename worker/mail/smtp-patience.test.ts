import { describe, expect, it } from 'vitest';
import { smtpPatience } from './smtp-patience.ts';

describe('how long a mail server may take', () => {
  it('is what RFC 5321 asks for, unless the operator changes it', () => {
    const { dataMs, answerMs } = smtpPatience();
    expect([dataMs, answerMs]).toEqual([300_000, 600_000]);
  });

  it('is short for the message as well where the answer is sure to be quick, so that a doubt ends soon', () => {
    const { dataMs, answerMs } = smtpPatience(3_000);
    expect([dataMs, answerMs]).toEqual([3_000, 3_000]);
  });
});
