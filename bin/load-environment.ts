import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment, type Environment } from './environment.ts';
import { repository } from './repository.ts';

/** The configuration, with what stands in the file .env of the repository. */
export function loadEnvironment(): Environment {
  const file = join(repository, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readEnvironment(process.env);
}
