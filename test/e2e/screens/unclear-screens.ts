import type { Page } from 'playwright-core';
import { all, board, dealIn, dialog, press } from './acts.ts';
import type { Screen } from './screen.ts';
import { openWholeProcess } from './whole-process.ts';

const marek = 'Marek Nowicki';
const newDeal = '/opportunities?process=PV-01&form=new';

const write = (name: string | RegExp, text: string) => (page: Page) =>
  page.getByRole('textbox', { name }).first().fill(text);
const asked = (page: Page) => page.getByRole('group', { name: /^What is / }).waitFor();
const refused = (page: Page) => page.locator('[aria-invalid=true]').first().waitFor();
const hold = all(dealIn('Prepare the offer'), press('Hold…'), dialog);

/** What somebody wrote that can be read in several ways, or not at all. */
export const unclearScreens: readonly Screen[] = [
  {
    name: 'unclear-money-asked',
    as: marek,
    path: newDeal,
    open: all(dialog, write('Value', '12.345'), asked),
  },
  {
    name: 'unclear-money-refused',
    as: marek,
    path: newDeal,
    open: all(dialog, write('Value', '12.345'), press('Register the deal'), refused),
  },
  {
    name: 'unclear-money-understood',
    as: marek,
    path: newDeal,
    open: all(dialog, write('Value', '12.500,00'), (page) =>
      page.getByText(/^Understood as/).waitFor(),
    ),
  },
  {
    name: 'unclear-day-asked',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(hold, write('Until', '1/2/2027'), asked),
  },
  {
    name: 'unclear-day-refused',
    as: marek,
    path: '/opportunities?process=PV-01',
    open: all(hold, write('Until', '31.2.27'), (page) => page.keyboard.press('Tab'), refused),
  },
  {
    name: 'unclear-panel-asked',
    as: 'Ewa Zawadzka',
    path: '/processes',
    open: all(
      async (page) => {
        await openWholeProcess(page);
        await page.goto('/processes/ALL-01?element=score');
      },
      board,
      write('Points of rule 1', '1.000'),
      asked,
    ),
  },
];
