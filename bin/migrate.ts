import { applyMigrations } from '#prisma/migrate.ts';
import { readEnvironment } from './environment.ts';
import { reasonOf } from './setup-problem.ts';

// node --import tsx bin/migrate.ts: brings the database at DATABASE_URL to the newest schema, as a deployment does.
try {
  const { DATABASE_URL } = readEnvironment(process.env);
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: set it to the database to migrate.');
  const names = await applyMigrations(DATABASE_URL);
  console.log(names.length > 0 ? `Applied ${names.join(', ')}.` : 'The schema is up to date.');
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
