import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withSchemaEngine } from './schema-engine.ts';

/** `prisma/migrations`, in Prisma's standard layout: `prisma migrate deploy` reads it just as well. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

const DATABASE_MISSING = '3D000';
/** What PostgreSQL says when another start created it first: the same, or the broken key of its own table. */
const DATABASE_EXISTS = ['42P04', '23505'];

/**
 * Brings the database at `url` to the newest schema: creates it when it is missing, then applies what it lacks of
 * prisma/migrations. Answers the names of the migrations it applied. Safe when several processes start at once.
 */
export async function applyMigrations(url: string): Promise<readonly string[]> {
  await createDatabaseIfMissing(url);
  const input = {
    migrationsList: listMigrations(),
    filters: { externalTables: [], externalEnums: [] },
  };
  return withSchemaEngine(
    url,
    async (engine) => (await engine.applyMigrations(input)).appliedMigrationNames,
  );
}

/** The names of all migrations, oldest first. */
export function migrationNames(): readonly string[] {
  const entries = readdirSync(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function listMigrations() {
  const lock = join(migrationsFolder, 'migration_lock.toml');
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: readMigration(path),
    })),
  };
}

function readMigration(name: string) {
  const value = readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8');
  return { path: 'migration.sql', content: { tag: 'ok' as const, value } };
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  if (await exists(url)) return;
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  await withClient(maintenance.href, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`),
  ).catch(unlessCode(...DATABASE_EXISTS));
}

async function exists(url: string): Promise<boolean> {
  const found = await withClient(url, async () => true).catch(unlessCode(DATABASE_MISSING));
  return found === true;
}

function unlessCode(...codes: string[]) {
  return (error: unknown): undefined => {
    if (!codes.includes((error as { code?: string }).code ?? '')) throw error;
  };
}

async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // reported by the query that meets it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
