import type { Page } from 'playwright-core';
import { completeDrawing } from '../complete-drawing.ts';
import { board } from './acts.ts';

const key = 'ALL-01';
const headers = { 'X-Stagewright': '1' };
/** Every write has a key of its own, as the app sends them. */
const writing = () => ({ ...headers, 'Idempotency-Key': crypto.randomUUID() });

/** Opens a process in which every kind of element is drawn; the first picture of it draws it. */
export async function openWholeProcess(page: Page): Promise<void> {
  const drawing = completeDrawing();
  const known = await page.request.get(`/api/processes/${key}`, { headers });
  if (!known.ok()) {
    const made = await page.request.post('/api/processes', {
      headers: writing(),
      data: { key, name: drawing.name },
    });
    const { revision } = (await made.json()) as { revision: number };
    const saved = await page.request.put(`/api/processes/${key}/draft`, {
      headers: writing(),
      data: { revision, drawing },
    });
    if (!saved.ok()) throw new Error(`The drawing is not taken: ${await saved.text()}`);
  }
  await page.goto(`/processes/${key}`);
  await board(page);
}
