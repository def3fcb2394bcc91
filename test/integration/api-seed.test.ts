import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '#prisma/demo-people.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const run = promisify(execFile);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** Runs the seed as `npm start` does, with no api about. */
async function seed(): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATABASE_URL: database.url };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], { env });
  return stdout.trim();
}

async function counts(): Promise<Record<string, number>> {
  const tables = ['person', 'department', 'process_version', 'deal', 'run_start', 'contact'];
  const rows = await database.query<{ name: string; n: number }>(
    tables
      .map((name) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`)
      .join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

describe('the seed', () => {
  it('fills an empty database with the demo company, once', async () => {
    expect(await seed()).toBe('The demo company was added.');
    const first = await counts();
    expect(first).toMatchObject({ person: demoPeople.length, department: 9, process_version: 6 });
    expect(first['deal']).toBe(first['run_start']);
    expect(first['deal']).toBeGreaterThanOrEqual(12);
    expect(await seed()).toBe('The demo company is there already.');
    expect(await counts()).toEqual(first);
  });

  it('has people of every role, and one password for all', () => {
    const roles = new Set(demoPeople.map(({ role }) => role));
    expect([...roles].sort()).toEqual(['admin', 'manager', 'member', 'ops', 'sales']);
    expect(new Set(demoPeople.map(({ password }) => password)).size).toBe(1);
  });

  it('leaves a database alone that has people of its own', async () => {
    await database.query(`DELETE FROM setting WHERE key = 'demo-company'`);
    const before = await counts();
    expect(await seed()).toBe('The database has people of its own: nothing was added.');
    expect(await counts()).toEqual(before);
  });
});
