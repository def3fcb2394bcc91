import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { postgresFolder } from '#bin/postgres/reachable-folder.ts';
import { startPostgres, type PostgresServer } from '#bin/postgres/server.ts';
import { ownPort } from '../support/own-port.ts';
import { processIdentity } from '#bin/process/process-identity.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';

const closed = temporaryFolder('closed');
let folder: string;
let server: PostgresServer;

const start = async () => {
  const at = { logFile: join(closed, 'postgres.log'), records: closed };
  server = await startPostgres({ folder, port: await ownPort(), ...at });
};

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl('postgres') });
  client.on('error', () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

beforeAll(() => {
  mkdirSync(join(closed, 'only-me'));
  chmodSync(join(closed, 'only-me'), 0o700);
  folder = postgresFolder(join(closed, 'only-me', 'postgres'));
});
afterEach(() => server.stop());
afterAll(() => {
  removeFolder(folder);
  removeFolder(closed);
});

describe('the embedded PostgreSQL', () => {
  it('is created below a folder that nobody else may enter, and keeps its data over a restart', async () => {
    await start();
    await ask('CREATE TABLE kept (n int)');
    await server.stop();
    await start();
    expect(await ask('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  });

  it('listens on the loopback interface alone and lets nobody in without the password', async () => {
    await start();
    expect(await ask('SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask('SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    const url = new URL(server.databaseUrl('postgres'));
    url.password = 'wrong';
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow(
      /password/,
    );
  });

  it('starts again after a power cut', async () => {
    await start();
    await ask('CREATE TABLE written (n int)');
    server.process.kill('SIGKILL');
    await server.process.ended;
    expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(true);
    await start();
    expect(await ask(`SELECT to_regclass('written') IS NOT NULL AS there`)).toEqual([
      { there: true },
    ]);
  });

  it('is not stopped by a lock file whose number belongs to another process by now', async () => {
    await start();
    await server.stop();
    const lock = join(folder, 'data', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(folder, 'data')}\n`);
    await start();
    expect(await ask('SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(processIdentity(process.pid)).toBeDefined();
  });

  it('takes the place of a server that an interrupted start left on the same data', async () => {
    await start();
    const left = server;
    await start();
    await left.process.ended;
    expect(
      Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    ).toBe(server.process.pid);
    expect(await ask('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
