import {
  press,
  bell,
  dialog,
  all,
  askForApproval,
  dealIn,
  hold,
  leaves,
  loseIt,
  beAway,
  chooseDay,
  failing,
  working,
} from './acts.ts';
import { busyScreens } from './busy-screens.ts';
import { editorScreens } from './editor-screens.ts';
import { panelScreens } from './panel-screens.ts';
import { passwordScreens } from './password-screens.ts';
import { unclearScreens } from './unclear-screens.ts';
import type { Screen } from './screen.ts';

const ewa = 'Ewa Zawadzka';
const marek = 'Marek Nowicki';
const adam = 'Adam Lis';

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
  ...passwordScreens,
  { name: 'processes', as: ewa, path: '/processes' },
  { name: 'processes-new', as: ewa, path: '/processes', open: all(press('New process'), dialog) },
  {
    name: 'processes-pause',
    as: ewa,
    path: '/processes',
    open: all(press('Pause Photovoltaics'), dialog),
  },
  ...editorScreens,
  ...panelScreens,
  ...busyScreens,
  ...unclearScreens,
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
    name: 'deal-mail-doubt',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), (page) =>
      page.getByRole('button', { name: 'Send again' }).first().scrollIntoViewIfNeeded(),
    ),
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
    name: 'inbox-held',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(
      (page) =>
        page.getByRole('link').filter({ hasText: 'Gospodarstwo Rolne Wilk' }).first().click(),
      press('Hold…'),
      hold,
      (page) => page.getByRole('region', { name: 'Tasks' }).getByRole('link').first().click(),
      (page) => page.getByText(/^The deal is on hold: .* finished/).waitFor(),
    ),
    close: all((page) => page.goBack(), press('Resume')),
  },
  {
    name: 'board-held',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), press('Hold…'), hold, (page) => page.goBack()),
    close: all(
      (page) => page.getByRole('link').filter({ hasText: 'On hold until' }).first().click(),
      press('Resume'),
    ),
  },
  {
    name: 'deal-approval',
    as: 'Anna Sikora',
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Negotiate'), askForApproval),
  },
  {
    name: 'deal-reopen',
    as: 'Magdalena Król',
    path: '/opportunities?process=QQ-01',
    open: all(
      dealIn('Quote the request'),
      press('Lose…'),
      dialog,
      loseIt,
      press('Reopen…'),
      dialog,
    ),
  },
  {
    name: 'deal-failed',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(dealIn('Prepare the offer'), failing(/\/api\/deals\/[^/]+$/)),
    close: working,
  },
  { name: 'inbox', as: marek, path: '/inbox' },
  {
    name: 'inbox-approval',
    as: 'Magdalena Król',
    path: '/inbox',
    open: press('Approve a concession'),
  },
  {
    name: 'inbox-approve',
    as: 'Magdalena Król',
    path: '/inbox',
    open: all(press('Approve a concession'), press('Approve…'), dialog),
  },
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
  {
    name: 'people-leaves',
    as: adam,
    path: '/admin/people',
    open: all(press('Marek Nowicki'), dialog, leaves),
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
  { name: 'absences-none', as: marek, path: '/absences' },
  {
    name: 'absences-own',
    as: 'Beata Kowal',
    path: '/absences?edit=new',
    open: all(dialog, async (page) => {
      const who = page.getByRole('combobox', { name: 'Who is away' });
      await page.waitForFunction(`document.querySelector('[role=dialog] input').value !== ''`);
      if ((await who.inputValue()) !== 'Beata Kowal') throw new Error('Somebody else is away.');
    }),
  },
  {
    name: 'absences-form',
    as: adam,
    path: '/absences?edit=new',
    open: all(dialog, beAway),
  },
  {
    name: 'absences-calendar',
    as: adam,
    path: '/absences?edit=new',
    open: all(dialog, chooseDay('First day away')),
  },
  {
    name: 'absences-months',
    as: adam,
    path: '/absences?edit=new',
    open: all(dialog, chooseDay('First day away'), async (page) => {
      await page.getByRole('button', { name: /^[A-Z][a-z]+ \d{4}$/ }).click();
      await page.getByRole('button', { name: 'Next year' }).waitFor();
    }),
  },
  {
    name: 'absences',
    as: adam,
    path: '/absences?edit=new',
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
