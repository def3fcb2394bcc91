import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BYTES } from '#api/files/receive-file.ts';
import {
  dealTask,
  openWorld,
  pdf,
  problemOf,
  runningDeal,
  until,
  type World,
} from './api-world.ts';

let world: World;
let deal: string;
let survey: string;
beforeAll(async () => {
  world = await openWorld();
  deal = await runningDeal(world);
  survey = (await dealTask(world, deal, 'survey')).id;
});
afterAll(() => world?.stop());

const attach = (file: File) => world.as.tom.attach(deal, 'plan', survey, file);
const left = () => readdir(join(world.stack.filesFolder, 'incoming'));
const attached = () => world.database.query('SELECT 1 FROM deal_file WHERE deal_id = $1', [deal]);

/** Sends the beginning of a file, waits until the server keeps it, then ends the connection. */
async function cutUpload(): Promise<void> {
  const path = `/api/deals/${deal}/files?field=plan&task=${survey}`;
  const sending = openRequest(`${world.stack.url}${path}`, {
    method: 'POST',
    headers: {
      ...world.as.tom.headers,
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'multipart/form-data; boundary=cut',
    },
  });
  sending.on('error', () => {});
  const head = 'Content-Disposition: form-data; name="file"; filename="plan.pdf"';
  sending.write(`--cut\r\n${head}\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7`);
  await until(async () => ((await left()).length > 0 ? true : undefined), 'the file in its folder');
  sending.destroy();
}

const refused: [what: string, file: () => File, code: string][] = [
  ['of 0 bytes', () => new File([], 'plan.pdf'), 'file-missing'],
  ['that is too large', () => new File([new Uint8Array(MAX_BYTES + 1)], 'a.pdf'), 'file-too-large'],
  ['whose content is something else', () => new File(['MZ'], 'plan.pdf'), 'file-type'],
  ['of a type that is not accepted', () => new File(['a'], 'plan.exe'), 'file-type'],
];

describe('a file', () => {
  it.each(refused)('%s is refused and leaves nothing', async (_what, file, code) => {
    const answer = await attach(file());
    expect(problemOf(answer).code).toBe(code);
    await until(async () => ((await left()).length === 0 ? true : undefined), 'an empty folder');
    expect(await attached()).toHaveLength(0);
  });

  it('whose upload is cut off leaves nothing', async () => {
    await cutUpload();
    await until(async () => ((await left()).length === 0 ? true : undefined), 'an empty folder');
    expect(await attached()).toHaveLength(0);
  });

  it('is taken after it was refused and mended', async () => {
    expect((await attach(pdf())).status).toBe(201);
    expect(await left()).toEqual([]);
  });
});
