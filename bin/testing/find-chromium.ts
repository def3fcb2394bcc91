import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runQuietly } from '../process/run-quietly.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WITHIN_MS = 600_000;

type Say = (what: string) => void;

/**
 * The program file of a Chromium: CHROMIUM_PATH if set; one on the machine; what playwright downloaded before or
 * downloads now; as root on Debian, the distribution's package.
 */
export async function findChromium(
  say: Say,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const wanted = env['CHROMIUM_PATH'];
  if (wanted && !isExecutable(wanted)) {
    throw new SetupProblem(
      `CHROMIUM_PATH is "${wanted}", which is not a program: set it to the file of a Chromium or Chrome, or leave it unset.`,
    );
  }
  return wanted ?? onThisMachine(env) ?? downloaded() ?? (await getOne(say, env));
}

function onThisMachine(env: NodeJS.ProcessEnv): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS];
  const files = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...files, ...APPLICATIONS].find(isExecutable);
}

function downloaded(): string | undefined {
  const file = chromium.executablePath();
  return file && isExecutable(file) ? file : undefined;
}

async function getOne(say: Say, env: NodeJS.ProcessEnv): Promise<string> {
  const reasons: string[] = [];
  for (const [name, get] of [
    ["playwright's download", byPlaywright],
    ["Debian's package", byDebian],
  ] as const) {
    try {
      say(`getting a Chromium for the browser tests: ${name}, once`);
      await get();
      const found = onThisMachine(env) ?? downloaded();
      if (found) return found;
      reasons.push(`${name}: no program came of it`);
    } catch (error) {
      reasons.push(`${name}: ${reasonOf(error)}`);
    }
  }
  throw new SetupProblem(
    `The browser tests need a Chromium and none could be had: install one, or set CHROMIUM_PATH to its program (${reasons.join('; ')}).`,
  );
}

async function byPlaywright(): Promise<void> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  await runQuietly(process.execPath, [cli, 'install', 'chromium', '--only-shell'], {
    timeoutMs: WITHIN_MS,
  });
}

async function byDebian(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error('only root may install it');
  await runQuietly('apt-get', ['update', '-qq'], { timeoutMs: WITHIN_MS });
  await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    timeoutMs: WITHIN_MS,
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
