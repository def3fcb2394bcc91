import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '#bin/repository.ts';

/** Keeps what a failed test saw, in test/output, under a name made from the test's. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const file = `${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 100)}.png`;
  await page.screenshot({ path: join(repository, 'test', 'output', file) }).catch(() => undefined);
}
