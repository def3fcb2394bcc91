import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#prisma/client.ts';
import { currentSchema, differenceOf, lastMigratedSchema } from '#prisma/diff.ts';
import { applyMigrations, migrationNames } from '#prisma/migrate.ts';

function urlOf(database: string): string {
  const url = new URL(inject('servers').postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

describe('migrations', () => {
  it('create a missing database and are applied once, by however many processes at once', async () => {
    const url = urlOf('migrated_at_once');
    const applied = await Promise.all([
      applyMigrations(url),
      applyMigrations(url),
      applyMigrations(url),
    ]);
    expect(applied.flat()).toEqual(migrationNames());
    expect(await applyMigrations(url)).toEqual([]);
    const rows = await query(
      url,
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    );
    expect(rows).toEqual(migrationNames().map((name) => ({ name })));
  });

  it('leave no connection behind, and so no lock', async () => {
    const url = urlOf('migrated_and_left');
    await applyMigrations(url);
    const others = `SELECT pid FROM pg_stat_activity WHERE datname = 'migrated_and_left' AND pid <> pg_backend_pid()`;
    expect(await query(url, others)).toEqual([]);
  });

  it('make the tables that the generated client asks for', async () => {
    const url = urlOf('migrated_for_client');
    await applyMigrations(url);
    const database = openDatabase(url, 2);
    expect(await database.person.count()).toBe(0);
    expect(await database.task.findMany({ include: { deal: true, submissions: true } })).toEqual(
      [],
    );
    await database.$disconnect();
  });

  it('are written as the difference of two schemas, and nothing when only a comment changed', async () => {
    const url = inject('servers').postgresUrl;
    const schema = currentSchema();
    const wider = schema.replace('model Setting {', 'model Setting {\n  note String?');
    expect(await differenceOf(schema, wider, url)).toContain('ADD COLUMN     "note" TEXT');
    expect(await differenceOf(lastMigratedSchema(), `// a remark\n${schema}`, url)).toBeUndefined();
  });
});
