import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationNames, migrationsFolder } from '#prisma/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const name = migrationNames().find((each) => each.endsWith('_each_that_waits'))!;
const sql = readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8');

const each = (id: string, late?: string) => ({ id, kind: 'each', ...(late && { late }) });
const joined = { id: 'j', kind: 'task', join: { mode: 'any', late: 'ignore' } };
const drawing = {
  name: 'Old',
  stages: [
    { id: 'a', steps: [each('a1', 'ignore'), joined, each('a2', 'cancel')] },
    { id: 'b', steps: [] },
    { id: 'c', steps: [each('c1')] },
  ],
  rails: [{ id: 'r', steps: [each('r1', 'ignore')] }],
};
const mended = structuredClone(drawing);
mended.stages[0]!.steps[0] = each('a1', 'wait');
mended.rails[0]!.steps[0] = each('r1', 'wait');
const definition = { stages: [{ steps: [each('a1', 'ignore')] }] };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe('drawings in which a step for each item says "ignore" for "wait"', () => {
  it('say "wait" after the migration, in drafts and versions; definitions stay as they are', async () => {
    const text = JSON.stringify(drawing);
    await database.query(`INSERT INTO process (key, name, draft) VALUES ('OLD', 'Old', '${text}')`);
    await database.query(
      `INSERT INTO process_version (id, process_key, number, checksum, drawing, definition)
       VALUES (gen_random_uuid(), 'OLD', 1, 'c', '${text}', '${JSON.stringify(definition)}')`,
    );
    await database.query(sql);
    const [process] = await database.query('SELECT draft FROM process');
    expect(process).toEqual({ draft: mended });
    const [version] = await database.query('SELECT drawing, definition FROM process_version');
    expect(version).toEqual({ drawing: mended, definition });
  });
});
