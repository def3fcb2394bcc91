import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

/** Goes to a screen and waits until all of it is there: no request under way, nothing loading, nothing moving. */
export async function visit(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await settled(page);
  await screen.open?.(page);
  await settled(page);
}

/** Runs in the page: nothing is loading, nothing moves, the fonts are there. */
const isStill = `document.fonts.status === 'loaded'
  && !document.querySelector('[aria-busy="true"], [class*="Skeleton"], [data-loading]')
  && document.getAnimations().every(({ playState }) => playState !== 'running')`;

/** Waits until all is there. Asked again and again from here: the page's content security policy lets nothing be evaluated in it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main, [role="application"]').first().waitFor();
  const patience = Date.now() + 10_000;
  while (!(await page.evaluate<boolean>(isStill))) {
    if (Date.now() > patience) throw new Error('Something is loading or moving for ten seconds.');
    await pause(50);
  }
}
