import { readFileSync } from 'node:fs';
import { drawingSchema } from '#core/drawing/drawing.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { publishProcess } from '../../support/publish.ts';

export const cutProcess = 'CUT-1';

/** A process whose draft has lost the link that a mail waits for in the live version. */
export async function makeStartsEarlier(ops: ApiClient): Promise<void> {
  const file = new URL('../../../prisma/samples/photovoltaics.json', import.meta.url);
  const sample = JSON.parse(readFileSync(file, 'utf8')) as object;
  const drawing = drawingSchema.parse({ ...sample, name: 'Offer by mail' });
  const sends = drawing.stages.find(({ id }) => id === 'send')!;
  for (const step of sends.steps) if (step.kind === 'email') step.body = 'Your offer is attached.';
  await publishProcess(ops, cutProcess, drawing);
  const { revision } = await ops.get<{ revision: number }>(`/processes/${cutProcess}`);
  sends.links = sends.links.filter(({ to }) => to !== 'mail');
  await ops.send('PUT', `/processes/${cutProcess}/draft`, { revision, drawing });
}
