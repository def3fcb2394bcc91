import type { Page } from 'playwright-core';
import { all, board, dialog, press } from './acts.ts';
import { busyProcess } from './busy-drawing.ts';
import type { Screen } from './screen.ts';

const ewa = 'Ewa Zawadzka';
const marek = 'Marek Nowicki';
const magda = 'Magdalena Król';
const path = `/opportunities?process=${busyProcess}`;

/** Opens the busy deal whose title ends so. */
const deal = (title: string) => async (page: Page) => {
  await page.getByRole('link').filter({ hasText: title }).first().click();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
};
/** Brings a panel of the page into sight. */
const see = (name: string) => (page: Page) =>
  page.getByRole('region', { name }).first().scrollIntoViewIfNeeded();

/** Presses a button of the clocks; one that was pressed for an earlier picture is there no more. */
const pressClock = (name: RegExp) => async (page: Page) => {
  const button = page.getByRole('region', { name: 'Clocks' }).getByRole('button', { name });
  if ((await button.count()) > 0) await button.click();
};
/** The words that stand beside a clock then. */
const clockSays = (text: string | RegExp) => (page: Page) =>
  page.getByRole('region', { name: 'Clocks' }).getByText(text).waitFor();
const takeNote = all(see('Clocks'), pressClock(/^Take note/));

/** What only deals have in which much is under way at once. */
export const busyScreens: readonly Screen[] = [
  { name: 'busy-editor', as: ewa, path: `/processes/${busyProcess}`, open: board },
  { name: 'busy-board', as: marek, path },
  { name: 'busy-deal', as: marek, path, open: deal('at work') },
  { name: 'busy-deal-below', as: marek, path, open: all(deal('at work'), see('Timeline')) },
  { name: 'busy-deal-beside', as: marek, path, open: all(deal('at work'), see('Webhooks')) },
  {
    name: 'busy-deal-late',
    as: marek,
    path,
    open: all(deal('gone on'), see('Clocks'), clockSays('Overdue')),
  },
  {
    name: 'busy-deal-noted',
    as: marek,
    path,
    open: all(deal('at work'), takeNote, clockSays(/took note/)),
  },
  {
    name: 'busy-deal-note-taken-back',
    as: marek,
    path,
    open: all(
      deal('back again'),
      takeNote,
      clockSays(/took note|was taken back/),
      pressClock(/^Take back/),
      clockSays(/was taken back/),
    ),
  },
  { name: 'busy-deal-incident', as: magda, path, open: deal('at work') },
  {
    name: 'busy-deal-skip',
    as: magda,
    path,
    open: all(deal('at work'), press(/^Skip/), dialog),
  },
  { name: 'busy-deal-gone-on', as: marek, path, open: deal('gone on') },
  { name: 'busy-deal-back', as: magda, path, open: deal('back again') },
  {
    name: 'busy-deal-move-back',
    as: magda,
    path,
    open: all(
      deal('gone on'),
      press('More for this deal'),
      (page) => page.getByRole('menuitem', { name: /^Back/ }).click(),
      dialog,
      // It fades away behind the dialog.
      (page) => page.getByRole('menu', { includeHidden: true }).waitFor({ state: 'detached' }),
    ),
  },
  { name: 'busy-deal-reopened', as: magda, path, open: deal('reopened') },
  {
    name: 'busy-task',
    as: 'Tomasz Zieliński',
    path: '/inbox?view=queue',
    open: press(/^Price the whole/),
  },
  {
    name: 'busy-part',
    as: 'Tomasz Zieliński',
    path: '/inbox?view=queue',
    open: press('Approve the price'),
  },
  {
    name: 'busy-item',
    as: 'Tomasz Zieliński',
    path: '/inbox?view=queue',
    open: press(/^Option sheets/),
  },
];
