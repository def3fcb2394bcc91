import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '#bin/testing/find-chromium.ts';

/** Opens the Chromium that the machine has or can get, without a window. Close it at the end. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium((what) => console.log(what));
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
  ];
  // Chromium's own sandbox needs rights that root in a container does not have.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return chromium.launch({ executablePath, args, headless: true });
}
