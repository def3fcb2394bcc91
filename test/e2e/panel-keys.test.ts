import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { arrive, signIn, type Person } from './pages/person.ts';
import { panelScreens } from './screens/panel-screens.ts';
import { visit } from './screens/visit.ts';

let demo: DemoStack;
let browser: Browser;
let ewa: Person;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
  ewa = await arrive(browser, demo.stack.url, 'Ewa Zawadzka', { reducedMotion: 'reduce' });
  await signIn(ewa);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/**
 * Runs in the page: numbers what the keyboard must reach in the panel, from top to bottom, of radios
 * the chosen one; the first gets the focus.
 */
const numberControls = `(() => {
  const panel = document.querySelector('[aria-label^="Properties of"]');
  const all = [...panel.querySelectorAll('a[href], button, input, textarea, [tabindex="0"]')].filter(
    (one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility() && (one.type !== 'radio' || one.checked),
  );
  for (const [n, one] of all.entries()) one.dataset.stop = String(n);
  all[0].focus();
  return all.length;
})()`;
/** The number of what has the focus; null outside the panel. */
const stop = `document.activeElement?.dataset.stop ?? null`;
const stopOf = (page: Page) => page.evaluate<string | null>(stop);

describe('every control of a panel is reached by Tab, from top to bottom', () => {
  it.each(panelScreens)('$name', async (screen) => {
    await visit(ewa.page, screen);
    const count = await ewa.page.evaluate<number>(numberControls);
    const reached: string[] = [];
    for (let at = await stopOf(ewa.page); at !== null; at = await stopOf(ewa.page)) {
      reached.push(at);
      await ewa.page.keyboard.press('Tab');
    }
    expect(count).toBeGreaterThan(2);
    expect(reached).toEqual(Array.from({ length: count }, (_, n) => String(n)));
  });
});
