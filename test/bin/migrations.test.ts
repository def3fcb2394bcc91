import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#prisma/client.ts';
import { currentSchema, differenceOf, lastMigratedSchema } from '#prisma/diff.ts';
import { applyMigrations, migrationNames, migrationsFolder } from '#prisma/migrate.ts';

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

/** A database at the first schema, as a deployment of then left it. */
async function firstSchema(url: string): Promise<string> {
  const [name = ''] = migrationNames();
  const sql = readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  const server = urlOf('postgres');
  await query(server, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
  await query(url, sql);
  await query(
    url,
    `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
       finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
       rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
       applied_steps_count integer NOT NULL DEFAULT 0);
     INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ('first', '${checksum}', now(), '${name}', 1)`,
  );
  return name;
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

  it('keep what a database of the first schema holds, and tell its clocks and calendars apart', async () => {
    const url = urlOf('migrated_with_data');
    const first = await firstSchema(url);
    const clock = (id: string) => `('d', 1, '${id}', 1, 'offer', now(), now(), 'pl', 3)`;
    await query(
      url,
      `SET session_replication_role = replica;
       INSERT INTO calendar (key, name, zone, week, revision) VALUES ('pl', 'Office', 'UTC', '{}', 3);
       INSERT INTO clock (deal_id, run_no, clock, cycle, stage, started_at, due_at, calendar_key, calendar_revision)
         VALUES ${clock('stage:offer:1')}, ${clock('task:offer:price:1:1')}`,
    );
    expect(await applyMigrations(url)).toEqual(migrationNames().filter((name) => name !== first));
    expect(await query(url, 'SELECT clock, kind FROM clock ORDER BY clock')).toEqual([
      { clock: 'stage:offer:1', kind: 'stage' },
      { clock: 'task:offer:price:1:1', kind: 'task' },
    ]);
    const kept = 'SELECT key, revision FROM calendar_revision';
    expect(await query(url, kept)).toEqual([{ key: 'pl', revision: 3 }]);
  });

  it('are written as the difference of two schemas, and nothing when only a comment changed', async () => {
    const url = inject('servers').postgresUrl;
    const schema = currentSchema();
    const wider = schema.replace('model Setting {', 'model Setting {\n  note String?');
    expect(await differenceOf(schema, wider, url)).toContain('ADD COLUMN     "note" TEXT');
    expect(await differenceOf(lastMigratedSchema(), `// a remark\n${schema}`, url)).toBeUndefined();
  });
});
