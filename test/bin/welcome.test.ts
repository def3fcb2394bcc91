import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { welcome } from '#bin/start/welcome.ts';
import { stateFolder } from '#bin/state-folder.ts';
import { demoPeople } from '#prisma/demo-people.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const words = () => {
  const started = { url: 'http://127.0.0.1:8080', databaseUrl: database.url };
  return welcome(started, stateFolder('.stagewright'), '3.0 s');
};

describe('the last lines of a start', () => {
  it('name nobody of the demo company where there is nobody of it', async () => {
    const said = await words();
    expect(said).toContain('Stagewright is ready after 3.0 s: http://127.0.0.1:8080');
    expect(said).not.toContain('@');
    expect(said).not.toContain('Sign in as');
  });

  it('name those who can sign in, and nobody else', async () => {
    const [first, second, third] = demoPeople;
    await database.query(
      `INSERT INTO person (id, name, email, role, active, updated_at)
       VALUES ('1', 'A', $1, 'ops', true, now()), ('2', 'B', $2, 'sales', false, now())`,
      [first?.email, second?.email],
    );
    const said = await words();
    expect(said).toContain(`${first?.email} `);
    for (const away of [second, third]) expect(said).not.toContain(away?.email);
  });
});
