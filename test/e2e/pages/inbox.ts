import type { Locator } from 'playwright-core';
import { fill, type Entry } from './form.ts';
import { navigation, title, type Person } from './person.ts';

export interface Work {
  /** Title of the task. */
  readonly task: string;
  /** Customer of its deal. */
  readonly customer: string;
  readonly fields?: Readonly<Record<string, Entry>>;
  /** Files to attach, by the label of their field. */
  readonly files?: readonly string[];
  /** Label of the outcome, when it is not the main one. */
  readonly outcome?: string;
}

/** A PDF that is one: small, and what is in it says its name. */
export function pdf(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${name}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(body) };
}

/** Goes to a view of the inbox. */
export async function openInbox(person: Person, view: 'My work' | 'Department queue' | 'Done') {
  if (!(await navigation(person.page).getByRole('link', { name: view }).isVisible())) {
    await navigation(person.page).getByRole('link', { name: 'Inbox' }).click();
  }
  await navigation(person.page).getByRole('link', { name: view }).click();
  await title(person.page, view).waitFor();
}

/** The line of a task in the list. */
export function taskLine({ page }: Person, task: string, customer: string): Locator {
  return page
    .getByRole('listitem')
    .getByRole('button', { name: task })
    .filter({ hasText: customer });
}

/** The open task, by its heading. */
const pane = ({ page }: Person): Locator => page.getByRole('main');

export async function openTask(person: Person, task: string, customer: string): Promise<void> {
  await taskLine(person, task, customer).click();
  await pane(person).getByRole('heading', { level: 2, name: task, exact: true }).waitFor();
}

/** Takes a task out of the department's queue. */
export async function claim(person: Person, task: string, customer: string): Promise<void> {
  await openInbox(person, 'Department queue');
  await openTask(person, task, customer);
  await person.page.getByRole('button', { name: /^Claim/ }).click();
  await person.page.getByText(`${task} is yours`).waitFor();
}

/** Fills the form, attaches the files and completes a task of one's own; sees that it is done. */
export async function finish(person: Person, { task, customer, ...work }: Work): Promise<void> {
  const { page } = person;
  await openInbox(person, 'My work');
  await openTask(person, task, customer);
  await fill(page, pane(person), work.fields ?? {});
  for (const file of work.files ?? []) await attach(person, file);
  if (work.outcome === undefined) {
    await page.getByRole('button', { name: /^Complete: / }).click();
  } else {
    await page.getByRole('button', { name: 'Complete with another outcome' }).click();
    await page.getByRole('menuitem', { name: `Complete: ${work.outcome.toLowerCase()}` }).click();
  }
  await page.getByText(`${task} is done`).waitFor();
}

async function attach(person: Person, label: string): Promise<void> {
  const slot = pane(person).getByRole('listitem').filter({ hasText: label });
  const chooser = person.page.waitForEvent('filechooser');
  await slot.getByRole('button', { name: 'Add file' }).click();
  await (await chooser).setFiles(pdf(label));
  await slot.getByText('Attached').waitFor();
}

/** From the queue to done. */
export async function claimAndFinish(person: Person, work: Work): Promise<void> {
  await claim(person, work.task, work.customer);
  await finish(person, work);
}
