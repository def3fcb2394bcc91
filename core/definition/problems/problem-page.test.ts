import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemPage } from '../testing/problem-page.ts';

describe('docs/publish-problems.md', () => {
  it(
    'says what the codes and examples say; if not: node --import tsx test/pages/write-publish-problems.ts',
    { timeout: 30_000 },
    () => {
      const page = new URL('../../../docs/publish-problems.md', import.meta.url);
      expect(readFileSync(page, 'utf8')).toBe(problemPage());
    },
  );
});
