import type { Page } from 'playwright-core';
import { pick } from '../pages/form.ts';

export const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
export const bell = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Notices/ }).click();
  await page.getByRole('region', { name: 'Notices' }).waitFor();
};
export const dialog = (page: Page) => page.getByRole('dialog').waitFor();
export const board = (page: Page) =>
  page.getByRole('application', { name: /^Stage board/ }).waitFor();
export const all =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };
export const undoAll = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  for (;;) {
    const undo = page.getByRole('button', { name: /^Undo: / });
    if (!(await undo.isVisible())) break;
    await undo.click();
  }
  await page.getByText(/^Saved/).waitFor();
};
/** Opens the first deal that is in a stage. */
export const dealIn = (stage: string) => async (page: Page) => {
  await page.getByRole('region', { name: stage }).getByRole('link').first().click();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
};
/** 'YYYY-MM-DD', some days from now. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Answers the dialog of a hold. */
export const hold = async (page: Page) => {
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox', { name: 'Until' }).fill(inDays(20));
  await asked.getByRole('textbox', { name: 'Reason' }).fill('The customer builds until then.');
  await asked.getByRole('button', { name: 'Hold the deal' }).click();
  await page.getByRole('status').filter({ hasText: 'On hold until' }).waitFor();
};
/** Opens the form for another password. */
export const changePassword = async (page: Page) => {
  await page.getByRole('button', { name: /, account$/ }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await dialog(page);
};
/** Answers the dialog of a loss with the first reason. */
export const loseIt = async (page: Page) => {
  const asked = page.getByRole('dialog');
  await asked.getByRole('combobox', { name: 'Why was it lost' }).press('ArrowDown');
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await asked.getByRole('button', { name: 'Lose the deal' }).click();
  await asked.waitFor({ state: 'hidden' });
};
/** Writes an absence down, from tomorrow. */
export const beAway = async (page: Page) => {
  const asked = page.getByRole('dialog');
  await pick(page, asked, 'Who is away', 'Paweł Wójcik');
  await asked.getByRole('textbox', { name: 'First day away' }).fill(inDays(1));
  await asked.getByRole('textbox', { name: 'First day back' }).fill(inDays(12));
  await pick(page, asked, 'Substitute', 'Katarzyna Dąbrowska');
};
/** Says that a person may not sign in any more, and sees who could take over. */
export const leaves = async (page: Page) => {
  await page.getByRole('dialog').getByRole('switch', { name: 'May sign in' }).click();
  const handOver = page.getByRole('region', { name: 'Hand over' });
  await handOver.getByRole('combobox', { name: 'Deals go to' }).scrollIntoViewIfNeeded();
};
/** Opens the calendar of a day. */
export const chooseDay = (name: string) => async (page: Page) => {
  await page.getByRole('textbox', { name }).click();
  await page.getByRole('button', { name: 'Next month' }).waitFor();
};
/** The api fails for this address. */
export const failing = (path: RegExp) => async (page: Page) => {
  await page.route(path, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:stagewright:problem:unavailable',
        title: 'A part of the service is away',
        status: 503,
        code: 'unavailable',
        detail: 'Try again in a moment; nothing was changed.',
      }),
    }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Try now' }).first().waitFor();
};
export const working = (page: Page) => page.unrouteAll();

/** Asks for the optional approval, unless that was done before. */
export const askForApproval = async (page: Page) => {
  const row = page.getByRole('row').filter({ hasText: 'Approve a concession' });
  const request = row.getByRole('button', { name: 'Request' });
  if (!(await request.isVisible())) return;
  await request.click();
  await page.getByRole('region', { name: 'Approve a concession' }).waitFor();
};
