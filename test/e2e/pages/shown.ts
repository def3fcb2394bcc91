import type { Locator } from 'playwright-core';

/** Waits until exactly this is on the screen; fails when it does not appear, or more than one does. */
export async function shown(what: Locator): Promise<void> {
  await what.waitFor({ state: 'visible' });
}
