import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { repository } from '../repository.ts';
import type { StateFolder } from '../state-folder.ts';
import type { Started } from './start-all.ts';

const person = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  role: z.string(),
});
const demoModule = z.object({ demoPeople: z.array(person).readonly() });

/** The last lines of a start: where to go, and who one can be there. */
export async function welcome(
  { url, databaseUrl }: Started,
  state: StateFolder,
  seconds: string,
): Promise<string> {
  const known = await emailsIn(databaseUrl);
  const people = (await readDemoPeople()).filter(({ email }) => known.has(email));
  return [
    '',
    `Stagewright is ready after ${seconds}: ${url}`,
    '',
    ...(people.length > 0 ? ['Sign in as one of the demo company:', ...table(people), ''] : []),
    `Data and logs: ${state.home}. Ctrl-C stops everything; the next start goes on where this one ends.`,
  ].join('\n');
}

/** Who can sign in: a database may have people of its own, or be older than some of the demo company. */
async function emailsIn(connectionString: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const query = 'SELECT email FROM person WHERE active';
  const { rows } = await client.query<{ email: string }>(query).finally(() => client.end());
  return new Set(rows.map(({ email }) => email));
}

async function readDemoPeople(): Promise<readonly z.infer<typeof person>[]> {
  const file = join(repository, 'prisma', 'demo-people.ts');
  if (!existsSync(file)) return [];
  const module: unknown = await import(pathToFileURL(file).href);
  return demoModule.parse(module).demoPeople;
}

function table(people: readonly z.infer<typeof person>[]): string[] {
  const width = (key: 'email' | 'password' | 'role') =>
    Math.max(...people.map((one) => one[key].length));
  const [email, password, role] = [width('email'), width('password'), width('role')];
  return people.map(
    (one) =>
      `  ${one.email.padEnd(email)}  ${one.password.padEnd(password)}  ${one.role.padEnd(role)}  ${one.name}`,
  );
}
