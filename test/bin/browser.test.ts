import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';

it('a browser is found or got, and opens a page', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent('<title>Stage board</title>');
  expect(await page.title()).toBe('Stage board');
  await browser.close();
});
