import { join } from 'node:path';
import { programFile } from './build/programs.ts';
import { startProcess, waitUntilReady, type ManagedProcess } from './process/managed-process.ts';
import { repository } from './repository.ts';

/** A slow or busy machine takes long to load them; one that has ended is noticed at once. */
const READY_WITHIN_MS = 180_000;

export interface ProductProcessOptions {
  /** Everything it is configured with; see bin/environment.ts for the names. */
  readonly env: NodeJS.ProcessEnv;
  /** Folder for its log file and for the note that it runs. */
  readonly logs: string;
  readonly records: string;
  readonly sharesTerminal?: boolean;
  /** Tells several workers apart. */
  readonly name?: string;
}

/** Starts the api, which serves the designer too, and waits until it answers at `url`. */
export async function startApi(
  options: ProductProcessOptions,
  url: string,
): Promise<ManagedProcess> {
  const child = launch('api', options);
  await waitUntilReady(child, () => isHealthy(`${url}/api/health`), READY_WITHIN_MS);
  return child;
}

/** Starts a worker and waits until it polls. */
export async function startWorker(options: ProductProcessOptions): Promise<ManagedProcess> {
  const child = launch('worker', options);
  await waitUntilReady(child, () => child.output().includes('worker ready'), READY_WITHIN_MS);
  return child;
}

function launch(name: 'api' | 'worker', options: ProductProcessOptions): ManagedProcess {
  return startProcess({
    name: options.name ?? name,
    command: process.execPath,
    args: ['--enable-source-maps', programFile(name)],
    cwd: repository,
    env: options.env,
    logFile: join(options.logs, `${options.name ?? name}.log`),
    records: options.records,
    sharesTerminal: options.sharesTerminal ?? false,
    stopWithinMs: 15_000, // the worker gives activities under way ten seconds
  });
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
