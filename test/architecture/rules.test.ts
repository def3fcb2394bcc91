import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '#bin/repository.ts';
import { sourceFiles } from './source-files.ts';

const semantics = readFileSync(join(repository, 'docs/semantics.md'), 'utf8');
const rules = [...new Set(semantics.match(/(?<=\*\*)E\d+(?=[ *])/g))];
const tests = sourceFiles(['core', 'worker', 'api', 'test']).filter(({ path }) =>
  path.endsWith('.test.ts'),
);
const names = tests.flatMap(
  ({ source }) => source.match(/\b(?:it|describe)(\.each\(.*\))?\(\s*['"`].*/g) ?? [],
);

describe('the rules of the engine', () => {
  it('are numbered without a gap', () => {
    const numbers = rules.map((rule) => Number(rule.slice(1))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(26);
  });

  it.each(rules)('%s is the subject of a test that says so', (rule) => {
    expect(names.filter((name) => new RegExp(`\\b${rule}\\b`).test(name))).not.toEqual([]);
  });
});
