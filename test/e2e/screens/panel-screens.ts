import type { Page } from 'playwright-core';
import { board } from './acts.ts';
import type { Screen } from './screen.ts';
import { openWholeProcess } from './whole-process.ts';

const as = 'Ewa Zawadzka';

/** Panels of one element each, in samples that have one. */
const ofSamples: [name: string, process: string, element: string][] = [
  ['email', 'QQ-01', 'send'],
  ['wait-event', 'SAAS-01', 'activation'],
  ['assign', 'SAAS-01', 'give'],
  ['branch', 'PV-01', 'result'],
  ['notify', 'PV-01', 'ready'],
  ['leave', 'PV-01', 'infeasible'],
];
/** And in the drawing that has the rest. */
const ofWhole: [name: string, element: string][] = [
  ['task-repeated', 'call'],
  ['wait-time', 'remind'],
  ['update', 'validity'],
  ['webhook', 'hook'],
  ['score', 'score'],
  ['process', 'grid'],
  ['rework', 'back'],
  ['link', 'l3'],
  ['exit-back', 'reprice'],
  ['exit-continue', 'on'],
];

const panel = async (page: Page) => {
  await board(page);
  await page.getByRole('complementary', { name: /^Properties of/ }).waitFor();
};

/** The panel of every kind of element that a drawing has. */
export const panelScreens: readonly Screen[] = [
  ...ofSamples.map(([name, process, element]) => ({
    name: `panel-${name}`,
    as,
    path: `/processes/${process}?element=${element}`,
    open: panel,
  })),
  ...ofWhole.map(([name, element]) => ({
    name: `panel-${name}`,
    as,
    path: '/processes',
    open: async (page: Page) => {
      await openWholeProcess(page);
      await page.goto(`/processes/ALL-01?element=${element}`);
      await panel(page);
    },
  })),
];
