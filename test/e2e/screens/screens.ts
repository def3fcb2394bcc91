import type { Page } from 'playwright-core';
import { pick } from '../pages/form.ts';
import { openWholeProcess } from './whole-process.ts';

export interface Screen {
  readonly name: string;
  /** Who looks at it; absent for somebody who has not signed in. */
  readonly as?: string;
  /** Address to begin at. */
  readonly path: string;
  /** What must be on the screen, and what a person does to get there. */
  readonly open?: (page: Page) => Promise<void>;
  /** Puts back what `open` changed. */
  readonly close?: (page: Page) => Promise<void>;
}

const ewa = 'Ewa Zawadzka';
const marek = 'Marek Nowicki';
const adam = 'Adam Lis';

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
const bell = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Notices/ }).click();
  await page.getByRole('region', { name: 'Notices' }).waitFor();
};
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
const board = (page: Page) => page.getByRole('application', { name: /^Stage board/ }).waitFor();
const all =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };
const undoAll = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  for (;;) {
    const undo = page.getByRole('button', { name: /^Undo: / });
    if (!(await undo.isVisible())) break;
    await undo.click();
  }
  await page.getByText(/^Saved/).waitFor();
};
/** Opens the first deal that is in a stage. */
const dealIn = (stage: string) => async (page: Page) => {
  await page.getByRole('region', { name: stage }).getByRole('link').first().click();
  await page.getByRole('region', { name: 'Tasks' }).waitFor();
};
/** Answers the dialog of a hold. */
const hold = async (page: Page) => {
  const asked = page.getByRole('dialog');
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await asked.getByRole('textbox', { name: 'Until' }).fill(day);
  await asked.getByRole('textbox', { name: 'Reason' }).fill('The customer builds until then.');
  await asked.getByRole('button', { name: 'Hold the deal' }).click();
  await page.getByText('On hold until').waitFor();
};
/** Answers the dialog of a loss with the first reason. */
const loseIt = async (page: Page) => {
  const asked = page.getByRole('dialog');
  await asked.getByRole('combobox', { name: 'Why was it lost' }).press('ArrowDown');
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await asked.getByRole('button', { name: 'Lose the deal' }).click();
  await asked.waitFor({ state: 'hidden' });
};
/** Writes an absence down, from tomorrow. */
const beAway = async (page: Page) => {
  const asked = page.getByRole('dialog');
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await pick(page, asked, 'Who is away', 'Paweł Wójcik');
  await asked.getByRole('textbox', { name: 'First day away' }).fill(day(1));
  await asked.getByRole('textbox', { name: 'First day back' }).fill(day(12));
  await pick(page, asked, 'Substitute', 'Katarzyna Dąbrowska');
};
/** The api fails for this address. */
const failing = (path: RegExp) => async (page: Page) => {
  await page.route(path, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:stagewright:problem:unavailable',
        title: 'A part of the service is away',
        status: 503,
        code: 'unavailable',
        detail: 'Try again in a moment; nothing was changed.',
      }),
    }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Try now' }).first().waitFor();
};
const working = (page: Page) => page.unrouteAll();

/** Every screen, with its dialogs, its empty and its failed states. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', path: '/' },
  {
    name: 'sign-in-refused',
    path: '/',
    open: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@promyk.example');
      await page.getByLabel(/^Password/).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    },
  },
  { name: 'processes', as: ewa, path: '/processes' },
  { name: 'processes-new', as: ewa, path: '/processes', open: all(press('New process'), dialog) },
  {
    name: 'processes-pause',
    as: ewa,
    path: '/processes',
    open: all(press('Pause Photovoltaics'), dialog),
  },
  { name: 'editor', as: ewa, path: '/processes/PV-01', open: board },
  {
    name: 'editor-step',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Price the system')),
  },
  {
    name: 'editor-stage',
    as: ewa,
    path: '/processes/QQ-01',
    open: all(board, (page) => page.getByRole('heading', { name: 'Quote the request' }).click()),
  },
  { name: 'editor-whole', as: ewa, path: '/processes', open: openWholeProcess },
  {
    name: 'editor-approval',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press('Approve margin')),
  },
  {
    name: 'editor-for-each',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press('Option sheets')),
  },
  {
    name: 'editor-rail',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, (page) =>
      page
        .getByRole('region', { name: /^Rail: / })
        .getByRole('heading')
        .click(),
    ),
  },
  {
    name: 'editor-policy',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press(/^Default policy/)),
  },
  {
    name: 'editor-problems',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Survey result'), press('Delete the default'), (page) =>
      page.getByText('branch-without-default').first().waitFor(),
    ),
    close: undoAll,
  },
  {
    name: 'editor-publish-refused',
    as: ewa,
    path: '/processes/PV-01',
    open: all(
      board,
      press('Survey result'),
      press('Delete the default'),
      press('Publish…'),
      dialog,
    ),
    close: undoAll,
  },
  {
    name: 'editor-publish',
    as: ewa,
    path: '/processes/PV-01',
    open: all(
      board,
      press('Technical survey'),
      (page) => page.getByRole('textbox', { name: 'Name' }).first().fill('Survey the roof'),
      press('Publish…'),
      (page) => page.getByRole('textbox', { name: /^Note/ }).waitFor(),
    ),
    close: undoAll,
  },
  {
    name: 'editor-versions',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Versions')),
  },
  { name: 'board', as: marek, path: '/opportunities?process=PV-01' },
  { name: 'board-nothing-found', as: marek, path: '/opportunities?process=PV-01&q=zzz' },
  {
    name: 'board-failed',
    as: marek,
    path: '/opportunities',
    open: failing(/\/api\/board\?/),
    close: working,
  },
  { name: 'new-deal', as: marek, path: '/opportunities?process=PV-01&form=new', open: dialog },
  {
    name: 'new-deal-refused',
    as: marek,
    path: '/opportunities?process=PV-01&form=new',
    open: all(dialog, press('Register the deal'), (page) =>
      page.getByText('This is needed.').first().waitFor(),
    ),
  },
  {
    name: 'deal',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: dealIn('Prepare the offer'),
  },
  {
    name: 'deal-move',
    as: 'Krzysztof Piątek',
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Sign the contract'), press(/^Win the deal/), dialog),
  },
  {
    name: 'deal-lose',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), press('Lose…'), dialog),
  },
  {
    name: 'deal-hold',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), press('Hold…'), dialog),
  },
  {
    name: 'deal-held',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), press('Hold…'), hold),
    close: (page) => page.getByRole('button', { name: 'Resume' }).click(),
  },
  {
    name: 'board-held',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), press('Hold…'), hold, (page) => page.goBack()),
  },
  {
    name: 'deal-reopen',
    as: 'Magdalena Król',
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Contact the lead'), press('Lose…'), dialog, loseIt, press('Reopen…'), dialog),
  },
  {
    name: 'deal-failed',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), failing(/\/api\/deals\/[^/]+$/)),
    close: working,
  },
  { name: 'inbox', as: marek, path: '/inbox' },
  { name: 'inbox-queue', as: 'Katarzyna Dąbrowska', path: '/inbox?view=queue' },
  { name: 'inbox-done', as: 'Katarzyna Dąbrowska', path: '/inbox?view=done' },
  { name: 'inbox-empty', as: 'Rafał Maj', path: '/inbox' },
  {
    name: 'inbox-failed',
    as: marek,
    path: '/inbox',
    open: failing(/\/api\/tasks\?/),
    close: working,
  },
  { name: 'bell', as: 'Magdalena Król', path: '/opportunities', open: bell },
  { name: 'bell-empty', as: 'Rafał Maj', path: '/inbox', open: bell },
  { name: 'people', as: adam, path: '/admin/people' },
  {
    name: 'people-form',
    as: adam,
    path: '/admin/people',
    open: all(press('Paweł Wójcik'), dialog),
  },
  { name: 'people-new', as: adam, path: '/admin/people?edit=new', open: dialog },
  { name: 'departments', as: adam, path: '/admin/departments' },
  {
    name: 'departments-form',
    as: adam,
    path: '/admin/departments',
    open: all(press('Business analysis'), dialog),
  },
  { name: 'calendars', as: adam, path: '/admin/calendars' },
  {
    name: 'calendars-form',
    as: adam,
    path: '/admin/calendars',
    open: all(press('PL office'), dialog),
  },
  {
    name: 'calendars-holidays',
    as: adam,
    path: '/admin/calendars',
    open: all(press('PL office'), dialog, press('Add public holidays…'), async (page) => {
      await page.getByRole('combobox', { name: 'Country' }).fill('Germ');
      await page.getByRole('option', { name: 'Germany' }).click();
      await page
        .getByRole('checkbox', { name: /Good Friday/ })
        .first()
        .waitFor();
    }),
  },
  {
    name: 'calendars-refused',
    as: adam,
    path: '/admin/calendars',
    open: all(press('PL office'), dialog, async (page) => {
      await page.getByRole('textbox', { name: 'Tue' }).fill('9-8');
      await page.getByRole('textbox', { name: /^Working time, 2026-11-11/ }).fill('at noon');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('[aria-invalid=true]:focus').waitFor();
    }),
  },
  { name: 'absences-none', as: marek, path: '/admin/absences' },
  {
    name: 'absences-form',
    as: adam,
    path: '/admin/absences?edit=new',
    open: all(dialog, beAway),
  },
  {
    name: 'absences',
    as: adam,
    path: '/admin/absences?edit=new',
    open: all(dialog, beAway, async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Add absence' }).click();
      await page.getByRole('table', { name: 'Absences' }).waitFor();
    }),
  },
  { name: 'status', as: adam, path: '/admin/status' },
  { name: 'dev-mail', as: marek, path: '/dev/mail' },
  { name: 'dev-mail-none', as: marek, path: '/dev/mail?to=nobody' },
  {
    name: 'keys',
    as: ewa,
    path: '/processes',
    open: all((page) => page.keyboard.press('?'), dialog),
  },
  { name: 'not-found', as: ewa, path: '/nowhere' },
];
