import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { fill } from './pages/form.ts';
import { arrive, goTo, signIn, title, type Person } from './pages/person.ts';

let demo: DemoStack;
let browser: Browser;
let person: Person;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
  person = await arrive(browser, demo.stack.url, 'Marek Nowicki');
  await signIn(person);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A gateway that hands the next new deal on to the api, and loses its answer. */
async function loseNextAnswer(page: Page): Promise<void> {
  let isLost = false;
  const lose = async (route: Route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
  };
  await page.route('**/api/deals', lose);
}

async function fillForm(customer: string) {
  const { page } = person;
  await goTo(person, 'Opportunities');
  await page
    .getByRole('button', { name: /^New deal/ })
    .first()
    .click();
  const form = page.getByRole('dialog', { name: 'New deal' });
  await fill(page, form, {
    Name: customer,
    'What is it about': 'roof',
    'E-mail': 'lis@poczta.example',
    Value: '38600',
    Source: { pick: 'Web form' },
    'Customer type': { pick: 'Household' },
    'Place of the installation': 'Puck',
  });
  return { form, register: form.getByRole('button', { name: 'Register the deal' }) };
}

const dealsOf = (customer: string) =>
  demo.database.query(
    'SELECT deal.id FROM deal JOIN contact ON contact.id = deal.contact_id WHERE contact.name = $1',
    [customer],
  );

describe('when a gateway loses the answer of a new deal', () => {
  it('a second click opens the deal that was made and makes no other', async () => {
    const { page } = person;
    const { form, register } = await fillForm('Wanda Lis');
    await loseNextAnswer(page);
    await register.click();
    await form.getByText('The server answered with status 502').waitFor();
    await register.click();
    await title(page, /^Wanda Lis/).waitFor();
    expect(await dealsOf('Wanda Lis')).toHaveLength(1);
  });

  it('a second click with other values says that the first was carried out', async () => {
    const { page } = person;
    const { form, register } = await fillForm('Adam Lis');
    await loseNextAnswer(page);
    await register.click();
    await form.getByText('The server answered with status 502').waitFor();
    await fill(page, form, { 'What is it about': 'roof and battery' });
    await register.click();
    await form.getByText('Your earlier request was carried out').waitFor();
    expect(await dealsOf('Adam Lis')).toHaveLength(1);
  });
});
