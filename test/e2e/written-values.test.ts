import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { keepPicture } from './pages/keep-picture.ts';
import { arrive, signIn } from './pages/person.ts';
import { dealIn, dialog } from './screens/acts.ts';

let demo: DemoStack;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(page, task.name);
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A number, money, a percentage and a day as people write them. */
const written: [field: string, texts: string[]][] = [
  ['Annual use', ['12.500,00', '1,234.56', '12.345', '12,345', '7 900 kWh', '1.2.3']],
  ['Net price', ['12.500,00', '1,234.56', "12'500.50", '12.345', '99,9 PLN', 'ten']],
  ['Margin', ['16,4', '16.4 %', '12,345', '2000']],
  ['Signed on', ['31.12.26', '3/4/2026', '31 Dec 2026', '12/31/2026', '31.2.26']],
];

/** What a field has made of its text: what is understood, asked or wrong. */
async function understood(page: Page, field: string): Promise<string[]> {
  await page.keyboard.press('Tab');
  const input = page.getByRole('dialog').getByRole('textbox', { name: field, exact: true });
  const around = input.locator('xpath=ancestor::div[contains(@class, "Wrapper-root")]/..');
  return [
    await input.inputValue(),
    await input.getAttribute('aria-invalid').then(String),
    ...(await around.getByRole('status').allInnerTexts()),
    ...(await around.getByRole('group').getByRole('button').allInnerTexts()),
    ...(await around.locator('.mantine-InputWrapper-error').allInnerTexts()),
  ];
}

describe.each(['en-GB', 'en-US', 'pl', 'de'])('in %s', (locale) => {
  it('typing is pasting: numbers, money, percentages and days', async () => {
    const context = { locale, permissions: ['clipboard-read', 'clipboard-write'] };
    const person = await arrive(browser, demo.stack.url, 'Magdalena Król', context);
    await signIn(person);
    ({ page } = person);
    await page.goto('/opportunities?process=PV-01');
    await dealIn('Contact the lead')(page);
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await dialog(page);
    for (const [field, texts] of written) {
      const input = page.getByRole('dialog').getByRole('textbox', { name: field, exact: true });
      for (const text of texts) {
        await input.fill('');
        await input.pressSequentially(text);
        const typed = await understood(page, field);
        await input.fill('');
        await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
        await input.focus();
        await page.keyboard.press('ControlOrMeta+V');
        expect(await understood(page, field), `${field}: ${text}`).toEqual(typed);
        expect(typed[0], `${field}: ${text}`).not.toBe('');
      }
    }
  }, 120_000);
});
