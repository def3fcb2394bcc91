import { describe, expect, it } from 'vitest';
import { checkKey, suggestKey } from './process-key.ts';

describe('the key of a process', () => {
  it.each([
    ['Photovoltaics', 'PHOTOVOLTAICS'],
    ['Car leasing B2B', 'CAR-LEASING-B2B'],
    ['Światło i dźwięk', 'SWIATLO-I-DZWIEK'],
    ['  2nd try', 'ND-TRY'],
    ['A very long name of a process', 'A-VERY-LONG-NAME-OF'],
  ])('is suggested from %s as %s', (name, key) => {
    expect(suggestKey(name)).toBe(key);
    expect(checkKey(key)).toBeNull();
  });

  it.each(['', 'P', 'pv-01', '1PV', 'A'.repeat(21)])('is refused as “%s”', (key) => {
    expect(checkKey(key)).toBe('2 to 20 capitals, digits or hyphens, like PV-01.');
  });
});
