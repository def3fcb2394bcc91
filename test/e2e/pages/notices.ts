import type { Locator } from 'playwright-core';
import { goTo, type Person } from './person.ts';

/** Opens the bell list: its lines, newest first. */
export async function openBell({ page }: Person): Promise<Locator> {
  await page.getByRole('button', { name: /^Notices/ }).click();
  const list = page.getByRole('region', { name: 'Notices' });
  await list.waitFor();
  return list.getByRole('listitem');
}

/** Opens the development mail page for one recipient: the lines of the mails to them. */
export async function openMails(person: Person, recipient: string): Promise<Locator> {
  const { page } = person;
  await goTo(person, 'Development mail');
  await page.getByRole('searchbox', { name: 'Recipient' }).fill(recipient);
  return page.getByRole('list', { name: 'Mails, newest first' }).getByRole('listitem');
}
