import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationNames, migrationsFolder } from './migrate.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Each migration keeps the schema it leads to, so that the next one is the difference between two files. */
export function lastMigratedSchema(): string | undefined {
  const last = migrationNames().at(-1);
  return last && readFileSync(join(migrationsFolder, last, 'schema.prisma'), 'utf8');
}

export const currentSchema = (): string =>
  readFileSync(fileURLToPath(new URL('./schema.prisma', import.meta.url)), 'utf8');

/**
 * The SQL that leads from one schema to another; `from` undefined is the empty database.
 * The engine wants a server (`url`) to be there, and leaves it as it is.
 */
export async function differenceOf(
  from: string | undefined,
  to: string,
  url: string,
): Promise<string> {
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const source = from === undefined ? { tag: 'empty' as const } : datamodel(from);
  const filters = { externalTables: [], externalEnums: [] };
  const input = { from: source, to: datamodel(to), script: true, exitCode: null, filters };
  return withSchemaEngine(url, async (engine) => (await engine.diff(input)).stdout ?? '');
}

/** Writes the migration `name` from the last migrated schema to prisma/schema.prisma. Answers its folder, or undefined when nothing changed. */
export async function writeMigration(
  name: string,
  url: string,
  now: Date,
): Promise<string | undefined> {
  const schema = currentSchema();
  const sql = await differenceOf(lastMigratedSchema(), schema, url);
  if (sql.includes('This is an empty migration')) return undefined;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(folder, 'schema.prisma'), schema);
  const lock = join(migrationsFolder, 'migration_lock.toml');
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  return folder;
}
