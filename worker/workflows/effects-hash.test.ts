import { describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { effectsHash } from './effects-hash.ts';

const ref = { stage: 's', step: 't', visit: 1, round: 1 };
const mail: Effect = { key: 'mail:s:t:1:1', kind: 'sendMail', mail: ref };
const clock: Effect = { key: 'clock:s', kind: 'stopClock', clock: 's', cycle: 1, as: 'met' };

describe('the hash of effects', () => {
  it('is the same for any order of keys', () => {
    const turned = {
      mail: { round: 1, visit: 1, step: 't', stage: 's' },
      kind: 'sendMail',
      key: mail.key,
    };
    expect(effectsHash([turned as Effect])).toBe(effectsHash([mail]));
  });

  it('changes with content, order and number', () => {
    const hashes = [
      [mail, clock],
      [clock, mail],
      [mail],
      [{ ...mail, mail: { ...ref, round: 2 } }, clock],
      [],
    ].map((effects) => effectsHash(effects));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
