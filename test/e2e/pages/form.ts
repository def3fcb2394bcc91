import type { Locator, Page } from 'playwright-core';

/** What a person enters: text and numbers as typed, `pick` an option of a list, `yes` or no. */
export type Entry = string | { readonly pick: string } | { readonly yes: boolean };

/** Fills fields by their labels, in a form or any part of a page. */
export async function fill(
  page: Page,
  form: Locator,
  entries: Readonly<Record<string, Entry>>,
): Promise<void> {
  for (const [label, entry] of Object.entries(entries)) {
    if (typeof entry === 'string') await type(form, label, entry);
    else if ('pick' in entry) await pick(page, form, label, entry.pick);
    else await answer(form, label, entry.yes);
  }
}

async function type(form: Locator, label: string, text: string): Promise<void> {
  const input = form.getByRole('textbox', { name: label, exact: true }).first();
  await input.fill(text);
  await input.blur();
}

/** Chooses an option of a list by its words. */
export async function pick(
  page: Page,
  form: Locator,
  label: string,
  option: string,
): Promise<void> {
  await form.getByRole('combobox', { name: label, exact: true }).press('ArrowDown');
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function answer(form: Locator, label: string, yes: boolean): Promise<void> {
  const group = form.getByRole('radiogroup', { name: label, exact: true });
  await group.getByText(yes ? 'Yes' : 'No', { exact: true }).click();
}
