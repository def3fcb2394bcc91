import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Drawing } from '#core/drawing/drawing.ts';
import { openDatabase } from '#prisma/client.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { openBrowser } from '../support/browser.ts';
import {
  password,
  writeOrganisation,
  writePerson,
  type Organisation,
} from '../support/organisation.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack } from '../support/stack.ts';
import { editorDrawing } from './editor-drawing.ts';

/** How long a condition may take to come true. */
export const patience = { timeout: 15_000 };

/** The product with a published process, and a browser in which people draw. */
export interface EditorWorld {
  /** Olga, who draws in the browser. */
  ops: ApiClient;
  /** Adam, who draws too. */
  adam: ApiClient;
  organisation: Organisation;
  /** Opens a page of a person who is signed in; with the page's own cookies. */
  pageOf: (email: string, path: string) => Promise<Page>;
  /** What the browsers complained of: errors of scripts, what the security policy refused. */
  complaints: string[];
  draft: (key: string) => Promise<{ drawing: Drawing; revision: number }>;
  stop: () => Promise<void>;
}

async function signedIn(browser: Browser, url: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const answer = await context.request.post('/api/session', {
    data: { email, password },
    headers: { 'X-Stagewright': '1' },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  return context;
}

export async function openEditorWorld(key: string): Promise<EditorWorld> {
  const database = await createTestDatabase();
  const prisma = openDatabase(database.url, 2);
  const organisation = await writeOrganisation(prisma);
  const adam = await writePerson(prisma, { name: 'adam', role: 'ops' });
  await prisma.$disconnect();
  const stack = await startStack({ database, workers: 0 });
  const browser = await openBrowser();
  const complaints: string[] = [];
  const ops = await signIn(stack.url, organisation.email.olga, password);
  await publishProcess(ops, key, editorDrawing());
  return {
    ops,
    adam: await signIn(stack.url, adam.email, password),
    organisation,
    pageOf: async (email, path) => {
      const page = await (await signedIn(browser, stack.url, email)).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(path);
      return page;
    },
    complaints,
    draft: (processKey) => ops.get(`/processes/${processKey}`),
    stop: async () => {
      await browser.close();
      await stack.stop();
      await database.drop();
    },
  };
}

/** The card of a step on the board. */
export function card(page: Page, name: string) {
  return page.locator('.react-flow__node-step').filter({ hasText: name }).first();
}

export function board(page: Page) {
  return page.getByRole('application', { name: /^Stage board/ });
}

export function palette(page: Page, name: string) {
  return page.getByLabel('Palette').getByRole('button', { name });
}

/** Waits until the server has what is drawn. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Saved /).waitFor();
}
