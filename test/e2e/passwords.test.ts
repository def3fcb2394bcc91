import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { sharedMailbox } from '../support/mail.ts';
import { arrive, navigation, signIn, type Person } from './pages/person.ts';

const first = 'four geese over slate';
const second = 'no lamp in the quarry';

let demo: DemoStack;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const settingTo = async (page: Page, label: RegExp, text: string) => {
  await page.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
};
/** The text of the newest mail of this subject with a link to this stack: the demo companies of other files write to the same people. */
const mailTo = async (address: string, subject: string): Promise<string> => {
  const mails = await sharedMailbox().messages(address);
  const wanted = mails.filter((mail) => mail.subject === subject);
  const read = await Promise.all(wanted.map(({ id }) => sharedMailbox().read(id)));
  return read.find(({ text }) => text?.includes(demo.stack.url))?.text ?? '';
};
const enter = async ({ page, email }: Person, password: string) => {
  await page.getByLabel('E-mail').fill(email);
  await settingTo(page, /^Password/, password);
};

describe('a password', () => {
  it('is changed by the keyboard alone, and a weak one is refused at its field', async () => {
    const jan = await arrive(browser, demo.stack.url, 'Jan Sowa');
    await signIn(jan);
    const { page } = jan;
    await page.getByRole('button', { name: 'Jan Sowa, account' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Keys' }).waitFor();
    const item = page.getByRole('menuitem', { name: 'Change password' });
    for (let n = 0; n < 5 && (await item.and(page.locator(':focus')).count()) === 0; n += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const current = page.getByRole('dialog').getByLabel(/^Current password/);
    await current.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('sunny-roof-2026');
    await settingTo(page, /^New password/, 'jan-sowa-promyk');
    await page
      .getByText(/too easy to guess/)
      .first()
      .waitFor();
    await settingTo(page, /^New password/, first);
    await page.getByText('Your password is changed.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(jan.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });

  it('is set anew by the link that an admin sends, which leaves the address at once', async () => {
    const adam = await arrive(browser, demo.stack.url, 'Adam Lis');
    await signIn(adam);
    await adam.page.goto('/admin/people');
    await adam.page.getByRole('button', { name: 'Jan Sowa' }).click();
    await adam.page.getByRole('button', { name: 'Send reset link' }).click();
    await adam.page
      .getByRole('dialog')
      .getByText(/^Reset link sent, good until/)
      .waitFor();
    const jan = await arrive(browser, demo.stack.url, 'Jan Sowa');
    const text = await mailTo(jan.email, 'Set a new password');
    const answer = await jan.page.goto(/https?:\S+#\S+/.exec(text)?.[0] ?? '');
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
    await jan.page.getByRole('heading', { name: 'Set a new password' }).waitFor();
    expect(new URL(jan.page.url()).hash).toBe('');
    await settingTo(jan.page, /^New password/, second);
    await jan.page.getByText('Your new password is set. Sign in with it.').waitFor();
    await enter(jan, first);
    await jan.page.getByRole('alert').filter({ hasText: 'do not match' }).waitFor();
    await enter(jan, second);
    await navigation(jan.page).waitFor();
  });
});
