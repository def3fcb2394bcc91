import { describe, expect, it } from 'vitest';
import { webhookWords } from './webhook-words.ts';

describe('why a webhook was not delivered', () => {
  it.each([
    ['time-out', 'It did not answer in time.'],
    ['ECONNREFUSED', 'Nothing listens at its address.'],
    ['status:503', 'The other system reports a fault of its own.'],
    ['refused:410', 'It refused what was sent.'],
    ['gave-up:time-out', 'It could not be reached for a day.'],
    ['EPIPE', 'Because: EPIPE.'],
  ])('is said of %s', (code, said) => {
    expect(webhookWords(code)).toBe(said);
  });

  it('is not said when there is nothing to say', () => {
    expect(webhookWords(null)).toBeNull();
  });
});
