import { describe, expect, it } from 'vitest';
import { changedMeanwhile } from './changed-meanwhile.ts';

const price = { id: 'price', label: 'Price', type: 'money' } as const;
const said = (mine: number | null, seen: number | null, now: number | null) =>
  changedMeanwhile(price, { mine, seen, now }, 'PLN');

describe('what is said at a field that somebody else has changed', () => {
  it('names the value as it is now', () => {
    expect(said(9000, 10_000, 12_000)).toMatch(/^Somebody has set it to 120\sPLN meanwhile\.$/);
    expect(said(9000, 10_000, null)).toBe('Somebody has emptied this field meanwhile.');
  });

  it('is nothing where nobody has, and where both say the same', () => {
    expect([said(9000, 10_000, 10_000), said(12_000, 10_000, 12_000)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
