import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { startDemoStack, type DemoStack } from '../../support/demo-stack.ts';
import { arrive, signIn, type Person } from '../pages/person.ts';
import { makeBusyDeals } from './busy-deals.ts';
import { makeDoubts } from './make-doubts.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { settled, visit } from './visit.ts';

/** What only differs by its data is looked at in pictures. */
const looked = screens.filter(({ name }) => !/-(failed|refused|done|lose)$|^keys$/.test(name));

/** The rules of axe that a change of colours can break; all others say the same in the dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Whether somebody sets the product up; all others work with its deals. */
export const setsUp = ({ as }: Screen): boolean =>
  as === undefined || ['Ewa Zawadzka', 'Adam Lis'].includes(as);

/**
 * Tests that axe finds nothing grave on each of these screens, in light colours, and in dark ones no colour that is
 * hard to see. A demo company and a browser of their own: several files look at their screens at once.
 */
export function testThatScreensAreUsable(which: (screen: Screen) => boolean): void {
  let demo: DemoStack;
  let browser: Browser;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemoStack({ atWork: true }), openBrowser()]);
    await makeBusyDeals(demo.stack.url);
    await makeDoubts(demo.database);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  async function personOf(name: string | undefined): Promise<Person> {
    const known = people.get(String(name));
    if (known) return known;
    const options = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
    const person = await arrive(browser, demo.stack.url, name ?? 'Adam Lis', options);
    if (name !== undefined) await signIn(person);
    people.set(String(name), person);
    return person;
  }

  it.each(looked.filter(which))('the screen $name can be used by everybody', async (screen) => {
    const { page } = await personOf(screen.as);
    await visit(page, screen);
    const light = await graveProblems(page);
    await show(page, 'dark');
    const dark = await graveProblems(page, rulesOfColour);
    await show(page, 'light');
    await screen.close?.(page);
    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });
}

/** Changes the colours that the system asks for, and waits until the page has them. */
async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const root = page.locator(`html[data-mantine-color-scheme=${colorScheme}]`);
  await root.waitFor({ state: 'attached' });
  await settled(page);
}

async function graveProblems(page: Page, rules?: string[]): Promise<string[]> {
  // The other mode opens a second page each time, for frames of other origins: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${id}: ${target.join(' ')} (${why})`;
    }),
  );
}
