import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { demoPeople } from '#prisma/demo-people.ts';

/** How long a person waits for something to appear. */
const PATIENCE_MS = 20_000;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly page: Page;
  /** What the browser complained of: errors of scripts, refused by the content security policy, failed loads. */
  readonly complaints: readonly string[];
}

/** Opens a browser of their own for one of the demo company, on the sign-in page. */
export async function arrive(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const demo = demoPeople.find((one) => one.name === name);
  if (!demo) throw new Error(`Nobody in the demo company is called ${name}.`);
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = listen(page);
  await page.goto('/');
  await page.getByLabel('E-mail').waitFor();
  return { name, email: demo.email, page, complaints };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Before signing in the app asks who is there, and is told that nobody is.
    const isExpected = message.location().url.endsWith('/api/session');
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return complaints;
}

/** Signs in with e-mail and password, and sees the page of the role. */
export async function signIn({ page, email }: Person): Promise<void> {
  const demo = demoPeople.find((one) => one.email === email);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(demo?.password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await navigation(page).waitFor();
}

export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });

/** Goes to a page of the app by its navigation. */
export async function goTo({ page }: Person, name: string): Promise<void> {
  await navigation(page).getByRole('link', { name, exact: true }).click();
  await title(page, name).waitFor();
}

/** The page's heading. */
export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });
