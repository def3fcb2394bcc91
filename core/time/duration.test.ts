import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationSchema, durationUnits, formatDuration, parseDuration } from './duration.ts';

describe('parseDuration', () => {
  it.each([
    ['2bd', { n: 2, unit: 'bd' }],
    ['+1 bd', { n: 1, unit: 'bd' }],
    [' -4bh ', { n: -4, unit: 'bh' }],
    ['0h', { n: 0, unit: 'h' }],
    ['-0h', { n: 0, unit: 'h' }],
    ['90min', { n: 90, unit: 'min' }],
  ])('reads %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each(['', '2', 'bd', '1.5h', '2 weeks', '2m', '-25%', '9999999d'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads back what formatDuration writes', () => {
    const anyDuration = fc.record({
      n: fc.integer({ min: -2_000, max: 2_000 }),
      unit: fc.constantFrom(...durationUnits),
    });
    fc.assert(
      fc.property(anyDuration, (duration) => {
        expect(parseDuration(formatDuration(duration))).toEqual(duration);
      }),
    );
  });
});

describe('durationSchema', () => {
  it('refuses fractions and what is out of range, with the remedy', () => {
    const message = (value: unknown) => durationSchema.safeParse(value).error?.issues[0]?.message;
    expect(message({ n: 1.5, unit: 'h' })).toContain('write 90 min instead of 1.5 h');
    expect(message({ n: 4_000, unit: 'd' })).toBe('4000 d is too long: at most 3650 d.');
  });
});
