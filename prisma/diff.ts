import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationNames, migrationsFolder } from './migrate.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Each migration keeps the schema it leads to, so that the next one is the difference between two files. */
export function lastMigratedSchema(): string | undefined {
  const last = migrationNames().at(-1);
  return last && readFileSync(keptSchema(last), 'utf8');
}

export const currentSchema = (): string =>
  readFileSync(fileURLToPath(new URL('./schema.prisma', import.meta.url)), 'utf8');

/**
 * The SQL that leads from one schema to another, undefined when none is needed; `from` undefined is the empty
 * database. The engine wants a server (`url`) to be there, and leaves it as it is.
 */
export async function differenceOf(
  from: string | undefined,
  to: string,
  url: string,
): Promise<string | undefined> {
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const source = from === undefined ? { tag: 'empty' as const } : datamodel(from);
  const filters = { externalTables: [], externalEnums: [] };
  const input = { from: source, to: datamodel(to), script: true, exitCode: null, filters };
  const sql = await withSchemaEngine(url, async (engine) => (await engine.diff(input)).stdout);
  return !sql || sql.includes('This is an empty migration') ? undefined : sql;
}

/**
 * Writes the migration `name` from the last migrated schema to prisma/schema.prisma. Answers its folder, or
 * undefined when the database stays as it is; a changed comment then goes into the schema kept last.
 */
export async function writeMigration(
  name: string,
  url: string,
  now: Date,
): Promise<string | undefined> {
  const schema = currentSchema();
  const sql = await differenceOf(lastMigratedSchema(), schema, url);
  const last = migrationNames().at(-1);
  if (!sql && last) writeFileSync(keptSchema(last), schema);
  if (!sql) return undefined;
  const migration = `${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
  mkdirSync(join(migrationsFolder, migration), { recursive: true });
  writeFileSync(join(migrationsFolder, migration, 'migration.sql'), sql);
  writeFileSync(keptSchema(migration), schema);
  const lock = join(migrationsFolder, 'migration_lock.toml');
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  return join(migrationsFolder, migration);
}

const keptSchema = (migration: string): string =>
  join(migrationsFolder, migration, 'schema.prisma');
