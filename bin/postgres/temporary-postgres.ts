import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../process/free-port.ts';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { isReachableByAll, makeOpen, SYSTEM_STATE } from './reachable-folder.ts';
import { startPostgres, type PostgresServer } from './server.ts';

/** A PostgreSQL server on a free port whose data vanish when it stops: for tests and for writing migrations. */
export async function startTemporaryPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = temporaryFolder('postgres', parentFolder());
  const at = {
    folder: join(folder, 'server'),
    logFile: join(folder, 'postgres.log'),
    records: folder,
  };
  const server = await startPostgres({ ...at, port: await freePort(), throwAway: true, settings });
  return { ...server, stop: () => server.stop().finally(() => removeFolder(folder)) };
}

function parentFolder(): string {
  return process.getuid?.() === 0 && !isReachableByAll(tmpdir())
    ? makeOpen(SYSTEM_STATE)
    : tmpdir();
}
