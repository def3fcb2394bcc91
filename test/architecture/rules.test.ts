import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const rules = Array.from({ length: 27 }, (_, at) => `E${at + 1}`);
const tests = sourceFiles(['core', 'worker', 'api', 'test']).filter(({ path }) =>
  path.endsWith('.test.ts'),
);
const names = tests.flatMap(({ source }) => source.match(/\bit(\.each\(.*\))?\(\s*['"`].*/g) ?? []);

describe('the rules of the engine', () => {
  it.each(rules)('%s is the subject of a test that says so', (rule) => {
    expect(names.filter((name) => new RegExp(`\\b${rule}\\b`).test(name))).not.toEqual([]);
  });
});
