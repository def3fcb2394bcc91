import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { arrive, signIn } from './pages/person.ts';
import { makeBusyDeals } from './screens/busy-deals.ts';
import { busyProcess } from './screens/busy-drawing.ts';
import { visit } from './screens/visit.ts';

let demo: DemoStack;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
  await makeBusyDeals(demo.stack.url);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const board = `/opportunities?process=${busyProcess}`;
const queue = '/inbox?view=queue';
const deal = async (page: Page) => {
  await page.getByRole('link').filter({ hasText: 'at work' }).first().click();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
};
const task = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const nothing = async () => {};

/** Who opens what from where: by the keyboard alone from the button on. */
const dialogs: [button: RegExp, who: string, path: string, open: (page: Page) => Promise<void>][] =
  [
    [/^Skip…$/, 'Magdalena Król', board, deal],
    [/^Hold…$/, 'Magdalena Król', board, deal],
    [/^Lose…$/, 'Magdalena Król', board, deal],
    [/^Go to the signature/, 'Magdalena Król', board, deal],
    [/^Approve…/, 'Tomasz Zieliński', queue, task(/^Approve the price/)],
    [/^Reject…/, 'Tomasz Zieliński', queue, task(/^Approve the price/)],
    [/^Add absence$/, 'Beata Kowal', '/absences', nothing],
    [/^Pause Large roofs/, 'Ewa Zawadzka', '/processes', nothing],
  ];

describe('a dialog', () => {
  it.each(dialogs)(
    'that %s opens takes the focus, closes by Escape and gives it back',
    async (...given) => {
      const [button, who, path, open] = given;
      const person = await arrive(browser, demo.stack.url, who, { reducedMotion: 'reduce' });
      await signIn(person);
      const { page } = person;
      await visit(page, { name: who, path, open });
      const opener = page.getByRole('button', { name: button }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.locator(':focus').waitFor();
      expect(await dialog.getAttribute('aria-labelledby')).not.toBeNull();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await opener.and(page.locator(':focus')).waitFor();
      await page.context().close();
    },
  );
});
