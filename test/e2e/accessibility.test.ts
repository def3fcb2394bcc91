import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { arrive, signIn, type Person } from './pages/person.ts';
import { makeBusyDeals } from './screens/busy-deals.ts';
import { makeDoubts } from './screens/make-doubts.ts';
import { screens } from './screens/screens.ts';
import { visit } from './screens/visit.ts';

/** Each screen once; what differs only by its data is looked at in pictures. */
const looked = screens.filter(({ name }) => !/-(failed|refused|done|lose)$|^keys$/.test(name));

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

async function personOf(name: string | undefined, colorScheme: 'light' | 'dark'): Promise<Person> {
  const key = `${name} ${colorScheme}`;
  const known = people.get(key);
  if (known) return known;
  const options = { colorScheme, reducedMotion: 'reduce' } as const;
  const person = await arrive(browser, demo.stack.url, name ?? 'Adam Lis', options);
  if (name !== undefined) await signIn(person);
  people.set(key, person);
  return person;
}

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  it.each(looked)('the screen $name can be used by everybody', async (screen) => {
    const { page } = await personOf(screen.as, scheme);
    await visit(page, screen);
    const { violations } = await new AxeBuilder({ page }).analyze();
    await screen.close?.(page);
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = grave.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
        return `${id}: ${target.join(' ')} (${why})`;
      }),
    );
    expect(found).toEqual([]);
  });
});
