import { describe, expect, it } from 'vitest';
import { inVainWords } from './in-vain-words.ts';

describe('why something did not go', () => {
  it.each([
    ['mail:no-address', 'The contact has no e-mail address.'],
    ['mail:render:deal.price', 'Its text needs “deal.price”, which has no value.'],
    ['mail:render:template', 'Its text cannot be made of the template.'],
    ['mail:render:owner.name', 'The deal has no owner to sign it.'],
    ['mail:rejected:554', 'The mail server refused it (554).'],
    ['mail:odd', 'Because: odd.'],
    ['webhook:refused', 'It refused what was sent.'],
    ['webhook:gave-up:ENOTFOUND', 'It could not be reached for a day.'],
  ])('%s is a sentence', (cause, words) => {
    expect(inVainWords(cause)).toBe(words);
  });

  it('is not said of other causes', () => {
    expect(inVainWords('no-owner')).toBeUndefined();
  });
});
