import { writeMigration } from '#prisma/diff.ts';
import { startTemporaryPostgres } from './postgres/temporary-postgres.ts';

// node --import tsx bin/migration.ts NAME: writes prisma/migrations/<time>_NAME after a change of prisma/schema.prisma.
const [, , name] = process.argv;
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Say what the migration does, in small letters: node --import tsx bin/migration.ts add_deal_source',
  );
  process.exit(2);
}
const server = await startTemporaryPostgres();
try {
  const folder = await writeMigration(name, server.databaseUrl('postgres'), new Date());
  console.log(
    folder
      ? `Wrote ${folder}. Read the SQL before you commit it.`
      : 'The schema has not changed since the last migration.',
  );
} finally {
  await server.stop();
}
