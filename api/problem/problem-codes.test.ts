import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problems } from './problem-codes.ts';
import { remedies } from './remedies.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/problems.md`, 'utf8');
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| .+ \| (.+) \|$/gm)];
const documented = rows.map(([, code, status]) => `${code} ${status}`);

/** Codes that the sources of the api throw. */
function thrownCodes(): string[] {
  const files = readdirSync(`${root}api`, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(`${root}api/${file}`, 'utf8').matchAll(/new AppError\(\s*'([a-z-]+)'/g),
    ])
    .map(([, code]) => code ?? '');
}

describe('problem codes', () => {
  it('are all documented with their status, and no others are', () => {
    const known = Object.entries(problems).map(([code, { status }]) => `${code} ${status}`);
    expect(documented.sort()).toEqual(known.sort());
  });

  it('say what to do as the page does', () => {
    for (const [, code = '', , remedy] of rows) {
      const said = remedies[code as keyof typeof remedies];
      expect(`${remedy?.replaceAll('`', '').replace(/; \[.*$/, '')}.`).toBe(said);
    }
  });

  it('that are thrown are all known', () => {
    const thrown = thrownCodes();
    expect(thrown.length).toBeGreaterThan(30);
    expect(thrown.filter((code) => !(code in problems))).toEqual([]);
  });
});
