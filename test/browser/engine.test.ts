import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import { openBrowser } from '../support/browser.ts';
import { playPhotovoltaics } from './engine-play.ts';

interface Play {
  problems: object[];
  problemsOfBroken: { code: string; element?: string }[];
  replies: { ok: boolean }[];
  state: { status: string };
  facts: { type: string }[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The page's code as Vite builds it for browsers: the same files, nothing replaced. */
async function bundle(): Promise<string> {
  const outDir = temporaryFolder('engine');
  const entry = fileURLToPath(new URL('./engine-page.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, minify: false, lib: { entry, formats: ['es'], fileName: 'engine' } },
  });
  const code = readFileSync(join(outDir, 'engine.js'), 'utf8');
  removeFolder(outDir);
  return code;
}

async function playInBrowser(): Promise<string> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addScriptTag({ type: 'module', content: await bundle() });
  await page.waitForFunction('"playPhotovoltaics" in globalThis');
  const played = await page.evaluate<string>('playPhotovoltaics()');
  expect(errors).toEqual([]);
  await page.close();
  return played;
}

it('validates, compiles and runs a deal to won in the browser exactly as on the server', async () => {
  const here = JSON.parse(playPhotovoltaics()) as Play;
  expect(here.problems).toEqual([]);
  expect(here.problemsOfBroken.length).toBeGreaterThan(0);
  expect(here.replies.filter(({ ok }) => !ok)).toEqual([]);
  expect(here.state.status).toBe('won');
  expect(here.facts.map(({ type }) => type)).toContain('Escalated');
  expect(JSON.parse(await playInBrowser())).toEqual(here);
});
