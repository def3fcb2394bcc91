import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildDesigner } from '#bin/build/designer.ts';
import { generatePrismaClient } from '#bin/build/prisma-client.ts';
import { buildPrograms } from '#bin/build/programs.ts';
import { buildWorkflowBundle } from '#bin/build/workflow-bundle.ts';
import { startSharedServers } from '#bin/testing/shared-servers.ts';
import { openBrowser } from '../../support/browser.ts';
import { startDemoStack } from '../../support/demo-stack.ts';
import { arrive, signIn } from '../pages/person.ts';
import { makeBusyDeals } from './busy-deals.ts';
import { makeDoubts } from './make-doubts.ts';
import { makeLate } from './make-late.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { visit } from './visit.ts';

// node --import tsx test/e2e/screens/take-screens.ts [FOLDER] [NAME…]: pictures of every screen, or of those
// named, wide and narrow, light and dark. SCREEN_WIDTHS=360 takes them as wide as a phone.
const [folder = 'test/output/screens', ...names] = process.argv.slice(2);
const wanted = screens.filter(({ name }) => names.length === 0 || names.includes(name));
const widths = (process.env['SCREEN_WIDTHS'] ?? '1440,1024').split(',').map(Number);
const ways = widths.flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    label: `${width}-${colorScheme}`,
    options: {
      colorScheme,
      viewport: { width, height: width < 600 ? 800 : width === 1440 ? 900 : 768 },
    },
  })),
);

await generatePrismaClient();
await buildWorkflowBundle();
await buildPrograms();
await buildDesigner();
const servers = await startSharedServers();
const demo = await startDemoStack({ servers, atWork: true });
const browser = await openBrowser();
try {
  await makeBusyDeals(demo.stack.url);
  await makeLate(demo.database);
  await makeDoubts(demo.database);
  mkdirSync(folder, { recursive: true });
  for (const { label, options } of ways) await takeAll(browser, label, options);
  console.log(`${wanted.length * ways.length} pictures in ${resolve(folder)}`);
} finally {
  await browser.close();
  await demo.stop();
  await servers.stop();
}

async function takeAll(from: Browser, label: string, options: BrowserContextOptions) {
  for (const who of new Set(wanted.map((screen) => screen.as))) {
    const person = await arrive(from, demo.stack.url, who ?? 'Adam Lis', options);
    if (who !== undefined) await signIn(person);
    for (const screen of wanted.filter(({ as }) => as === who)) {
      await visit(person.page, screen).catch((error: unknown) => complain(screen, error));
      await person.page.screenshot({ path: join(folder, `${screen.name}-${label}.png`) });
      await screen.close?.(person.page).catch((error: unknown) => complain(screen, error));
    }
    await person.page.context().close();
  }
}

function complain({ name }: Screen, error: unknown): void {
  console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
}
