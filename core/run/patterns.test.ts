import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patterns } from './testing/patterns/all-patterns.ts';
import { patternDefinition } from './testing/patterns/pattern-definition.ts';
import { patternTable } from './testing/patterns/pattern-table.ts';
import { playTrace } from './testing/patterns/play-trace.ts';

const wanted = [
  1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 14, 15, 16, 18, 19, 20, 21, 23, 24, 25, 26, 27, 29, 30, 32, 34,
  35, 36, 37, 43,
];

describe.each(patterns.map((one) => [`${one.number} ${one.name}`, one] as const))(
  'workflow pattern %s',
  (_name, pattern) => {
    it('goes the way it allows', () => {
      playTrace(patternDefinition(pattern), pattern.allowed);
    });

    it('refuses what it forbids', () => {
      expect(pattern.forbidden.some((line) => line.startsWith('refused') || isClaim(line))).toBe(
        true,
      );
      playTrace(patternDefinition(pattern), pattern.forbidden);
    });
  },
);

function isClaim(line: string): boolean {
  return /^(open|in|won|lost)\b/.test(line);
}

describe('the table of workflow patterns', () => {
  it('has every pattern that the engine promises, once', () => {
    expect(patterns.map(({ number }) => number).sort((a, b) => a - b)).toEqual(wanted);
  });

  it('stands in docs/patterns.md as the tests have it', () => {
    const file = new URL('../../docs/patterns.md', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(patternTable(patterns));
  });

  it('fails when a trace goes another way', () => {
    const sequence = patternDefinition(patterns[0]!);
    expect(() => playTrace(sequence, ['b'])).toThrow(/Line 1, “b”: refused as not-open/);
    expect(() => playTrace(sequence, ['refused a'])).toThrow(/it was accepted/);
    expect(() => playTrace(sequence, ['open b'])).toThrow(/under way: a/);
  });
});
