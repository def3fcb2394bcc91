import type { Locator } from 'playwright-core';
import { fill, pick, type Entry } from './form.ts';
import { goTo, title, type Person } from './person.ts';

export interface NewDeal {
  readonly customer: string;
  readonly about: string;
  readonly fields: Readonly<Record<string, Entry>>;
}

/** Registers a deal on the board and is on its page. */
export async function registerDeal(person: Person, { customer, about, fields }: NewDeal) {
  const { page } = person;
  await goTo(person, 'Opportunities');
  await page
    .getByRole('button', { name: /^New deal/ })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: 'New deal' });
  await fill(page, form, { Name: customer, 'What is it about': about, ...fields });
  await form.getByRole('button', { name: 'Register the deal' }).click();
  await title(page, `${customer}, ${about}`).waitFor();
}

/** A stage of the deal's stepper that is the current one. */
export function currentStage({ page }: Person, name: string): Locator {
  return page.locator('li[aria-current="step"]').filter({ hasText: name });
}

export const panel = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('region', { name });

/** Tells the deal's process of something that happened outside. */
export async function tellEvent({ page }: Person, event: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this deal' }).click();
  await page.getByRole('menuitem', { name: 'Tell the process of an event…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tell the process of an event' });
  await pick(page, dialog, 'What happened', event);
  await dialog.getByRole('button', { name: 'Tell the process' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Opens the dialog of a move and answers it: what is missing, in its list, or the reasons, at its foot. */
export async function askToMove({ page }: Person, button: string, question: string) {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog', { name: question });
  await dialog.waitFor();
  return dialog;
}
