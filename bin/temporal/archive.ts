import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import { runQuietly } from '../process/run-quietly.ts';
import { reasonOf } from '../setup-problem.ts';
import { temporalRelease } from './release.ts';

const archiveInfo = z.object({
  archiveUrl: z.url({ protocol: /^https$/ }),
  fileToExtract: z.string().regex(/^[\w.-]+$/),
});
const ASK_WITHIN_MS = 10_000;
const LOAD_WITHIN_MS = 300_000;

/**
 * Gets the CLI from Temporal's own archive, the way Temporal's SDKs do, into `folder`.
 * Answers the program's path; throws a reason in half a sentence when this route is closed.
 */
export async function fromArchive(folder: string): Promise<string> {
  const { archiveUrl, fileToExtract } = await askWhere();
  const archive = join(folder, 'temporal.tar.gz');
  const body = (await reach(archiveUrl, LOAD_WITHIN_MS)).body;
  if (!body) throw new Error(`${archiveUrl} is empty`);
  await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(archive));
  await runQuietly('tar', ['-xzf', archive, '-C', folder, fileToExtract], {
    timeoutMs: LOAD_WITHIN_MS,
  });
  return join(folder, fileToExtract);
}

async function askWhere(): Promise<z.infer<typeof archiveInfo>> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const query = new URLSearchParams({ platform: process.platform, arch, format: 'tar.gz' });
  const answer = await reach(
    `https://temporal.download/cli/v${temporalRelease.cli}?${query.toString()}`,
    ASK_WITHIN_MS,
  );
  return archiveInfo.parse(await answer.json());
}

async function reach(url: string, withinMs: number): Promise<Response> {
  const host = new URL(url).host;
  const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs) }).catch(
    (error: unknown) => {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new Error(`${host} cannot be reached (${reasonOf(cause)})`, { cause });
    },
  );
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}`);
  return answer;
}
