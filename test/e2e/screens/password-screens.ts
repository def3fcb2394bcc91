import { all, changePassword, dialog, press } from './acts.ts';
import type { Screen } from './screen.ts';

const marek = 'Marek Nowicki';
const adam = 'Adam Lis';

/** Another password, a new one by the link of a mail, and the link in People. */
export const passwordScreens: readonly Screen[] = [
  { name: 'sign-in-new-password', path: '/sign-in?set=password' },
  { name: 'reset-password', path: '/reset-password#made-up-token' },
  {
    name: 'reset-password-refused',
    path: '/reset-password#made-up-token',
    open: async (page) => {
      await page.getByLabel(/^New password/).fill('four words of no link');
      await page.getByRole('button', { name: 'Set the password' }).click();
      await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    },
  },
  { name: 'reset-password-no-token', path: '/reset-password' },
  { name: 'password', as: marek, path: '/inbox', open: changePassword },
  {
    name: 'password-refused',
    as: marek,
    path: '/inbox',
    open: all(changePassword, async (page) => {
      await page.getByLabel(/^Current password/).fill('not the password');
      await page.getByLabel(/^New password/).fill('four words of no link');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    }),
  },
  {
    name: 'people-reset-link',
    as: adam,
    path: '/admin/people',
    open: all(press('Jan Sowa'), dialog, async (page) => {
      await page.getByRole('button', { name: 'Send reset link' }).click();
      await page
        .getByRole('dialog')
        .getByText(/^Reset link sent, good until/)
        .waitFor();
      await page.getByRole('region', { name: 'Password' }).scrollIntoViewIfNeeded();
    }),
  },
  { name: 'people-links', as: adam, path: '/admin/people' },
];
