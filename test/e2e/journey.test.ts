import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';
import { askToMove, currentStage, panel, registerDeal, tellEvent } from './pages/deal.ts';
import { openEditor, type Editor } from './pages/editor.ts';
import { keepPicture } from './pages/keep-picture.ts';
import { pick } from './pages/form.ts';
import { claim, claimAndFinish, finish, openInbox, taskLine } from './pages/inbox.ts';
import { openBell, openMails } from './pages/notices.ts';
import { arrive, goTo, signIn, title, type Person } from './pages/person.ts';
import { shown } from './pages/shown.ts';

const customer = 'Helena Wrona';
const address = 'helena.wrona@poczta.example';
const about = 'house roof 7.4 kWp';

let demo: DemoStack;
let browser: Browser;
const people = new Map<string, Person>();

/** One of the demo company, in a browser of their own; they sign in when first needed. */
async function person(name: string): Promise<Person> {
  const known = people.get(name);
  if (known) return known;
  const one = await arrive(browser, demo.stack.url, name);
  await signIn(one);
  people.set(name, one);
  return one;
}
const ops = () => person('Ewa Zawadzka');
const salesperson = () => person('Marek Nowicki');
const technician = () => person('Paweł Wójcik');
const analyst = () => person('Katarzyna Dąbrowska');
const backOffice = () => person('Beata Kowal');
const manager = () => person('Magdalena Król');

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoStack(), openBrowser()]);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const { name, page } of people.values()) await keepPicture(page, `${task.name} ${name}`);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('from a drawing to a won deal', () => {
  let editor: Editor;

  it('draws: the ops admin renames a step, adds a task and a wait, and connects them', async () => {
    editor = await openEditor(await ops(), 'Photovoltaics');
    await editor.selectStep('Technical survey');
    await editor.rename('Survey the roof');
    await shown(editor.step('Survey the roof'));

    await editor.selectStage('Prepare the offer');
    await editor.add('Wait', 'Let the plan settle');
    await editor.setDuration('For', 2, 'seconds');
    await editor.selectStage('Prepare the offer');
    await editor.add('Task', 'Check the meter cabinet');
    await editor.panel.getByRole('radiogroup', { name: 'Who' }).getByText('Department').click();
    await editor.choose('Department', 'Technical');
    await editor.choose('Escalation policy', 'Default');
    await editor.panel
      .getByRole('textbox', { name: 'How it is done well' })
      .fill('Open the cabinet, look for a free place.');
    await editor.connectByKeys('Summarise the needs', 'Let the plan settle');
    await editor.connectByMouse('Let the plan settle', 'Check the meter cabinet');
    await shown(editor.undoOf('Connect Let the plan settle to Check the meter cabinet'));
  });

  it('shows a branch without default as a problem that leads to it, and undoes and redoes', async () => {
    await editor.selectStep('Survey result');
    await editor.panel.getByRole('button', { name: 'Delete the default' }).click();
    await editor.selectStep('Price the system');
    const problem = editor.problems.getByRole('button', { name: /branch-without-default/ });
    await shown(problem);
    await problem.click();
    expect(await editor.step('Survey result').getAttribute('aria-pressed')).toBe('true');
    await editor.undo();
    await problem.waitFor({ state: 'hidden' });
    await editor.redo();
    await shown(problem);
    await editor.undo();
    await shown(editor.problems.getByText('None. This drawing can be published.'));
  });

  it('gives a stage a deadline of seconds that is told to the manager', async () => {
    await editor.selectStage('Hold the needs meeting');
    await editor.setDuration('After entering', 2, 'seconds');
    await editor.panel.getByRole('button', { name: 'Edit policies' }).click();
    const policies = editor.panel.getByRole('region', { name: 'Escalation policies' });
    await policies.getByRole('button', { name: 'Add', exact: true }).click();
    await policies.getByRole('textbox', { name: 'Name' }).fill('Straight to the manager');
    await policies.getByRole('button', { name: 'Delete level 2' }).click();
    await policies.getByRole('button', { name: 'Delete level 1' }).click();
    await policies.getByRole('button', { name: 'Add a level' }).click();
    await editor.selectStage('Hold the needs meeting');
    await editor.choose('Escalation policy', 'Straight to the manager');
    const level = editor.panel.getByRole('listitem').filter({ hasText: /tell\s*sales managers/ });
    await shown(level);
  });

  it('publishes version 2 and says what it means', async () => {
    const said = await editor.publish('Meter cabinet checked before pricing', 2);
    expect(said).toContain('Check the meter cabinet');
    const { page } = await ops();
    await shown(page.getByText('v2 is live'));
  });

  it('registers a deal, which runs on version 2 at once, and writes to the customer', async () => {
    const marek = await salesperson();
    await registerDeal(marek, {
      customer,
      about,
      fields: {
        'E-mail': address,
        Value: '38600',
        Source: { pick: 'Web form' },
        'Customer type': { pick: 'Household' },
        'Place of the installation': 'Puck',
        'Annual use': '5100',
      },
    });
    await shown(marek.page.getByText('v2', { exact: true }));
    await shown(currentStage(marek, 'Contact the lead'));
    const mails = await openMails(marek, address);
    await shown(mails.filter({ hasText: 'Your enquiry about solar power in Puck' }));
    await mails.first().getByRole('button').click();
    const mail = marek.page.getByRole('article', { name: 'Mail' });
    await shown(mail.getByText(`Dear ${customer},`));
  });

  it('is qualified by the salesperson and moves on by itself', async () => {
    const marek = await salesperson();
    await finish(marek, { task: 'Call the lead', customer });
    await finish(marek, {
      task: 'Qualify the lead',
      customer,
      fields: {
        Need: { pick: 'Lower bills' },
        Budget: { pick: 'Own money' },
        'Who decides': { pick: 'The contact alone' },
        Timing: { pick: 'Within three months' },
        'Owns the roof': { yes: true },
        'Agrees to be contacted': { yes: true },
      },
    });
    await openDeal(marek);
    await shown(currentStage(marek, 'Needs meeting'));
  });

  it('tells the manager once in the bell list and once by mail when the deadline passes', async () => {
    const magdalena = await manager();
    await shown(magdalena.page.getByRole('button', { name: 'Notices, 1 unread' }));
    await seesOneEscalation(magdalena);
  });

  it('needs its meeting and a summary before other departments begin', async () => {
    const marek = await salesperson();
    await finish(marek, {
      task: 'Arrange the meeting',
      customer,
      fields: { 'Meeting on': '1 Sep 2099' },
    });
    await finish(marek, {
      task: 'Hold the meeting',
      customer,
      fields: {
        'Roof type': { pick: 'Tile' },
        'Payer is not the user': { yes: false },
        'Decision-maker was met': { yes: true },
        'Wants leasing': { yes: false },
        'Wants instalments': { yes: false },
        'Wants insurance': { yes: false },
        'How the offer is delivered': { pick: 'By e-mail' },
        'Offer agreed for': '15 Sep 2099',
        'Next contact on': '8 Sep 2099',
      },
    });
    const paweł = await technician();
    await openInbox(paweł, 'Department queue');
    await finish(marek, {
      task: 'Summarise the needs',
      customer,
      fields: { 'Summary of the needs': 'South roof, no shade.', 'System size': '7.4' },
    });
    // The technician looks at the queue and does nothing: the tasks appear.
    await shown(taskLine(paweł, 'Survey the roof', customer));
    await shown(taskLine(paweł, 'Check the meter cabinet', customer));
  });

  it('is surveyed by the technician and priced by the analyst, who see no more than they need', async () => {
    const paweł = await technician();
    await claim(paweł, 'Survey the roof', customer);
    const pane = paweł.page.getByRole('main');
    await shown(pane.getByText('South roof, no shade.'));
    expect(await pane.innerText()).not.toMatch(/38.600/);
    await openInbox(paweł, 'My work');
    await paweł.page.getByRole('button', { name: /^Complete: / }).click();
    await shown(paweł.page.getByText('This is needed.'));
    await finish(paweł, {
      task: 'Survey the roof',
      customer,
      fields: { 'Survey result': { pick: 'Feasible' } },
      files: ['Photos of the roof'],
    });
    await claimAndFinish(paweł, { task: 'Check the meter cabinet', customer });
    await claimAndFinish(await analyst(), {
      task: 'Price the system',
      customer,
      fields: { Modules: '18 × 410 W', Inverter: '6 kW', 'Net price': '38600', Margin: '18' },
      files: ['Price sheet'],
    });
    await claimAndFinish(await backOffice(), {
      task: 'Draft the contract',
      customer,
      files: ['Draft contract'],
    });
  });

  it('sends the offer by itself and waits for the answer', async () => {
    const marek = await salesperson();
    await openDeal(marek);
    await shown(currentStage(marek, 'Negotiate'));
    await shown(panel(marek, 'Mails').getByText('Your offer: 7.4 kWp in Puck'));
    const mails = await openMails(marek, address);
    await shown(mails.filter({ hasText: 'Your offer: 7.4 kWp in Puck' }));
    await openDeal(marek);
    await tellEvent(marek, 'offerAnswered');
    await finish(marek, {
      task: 'Ask if the offer fits',
      customer,
      fields: {
        'Answer of the customer': { pick: 'The offer meets expectations' },
        'Order expected on': '30 Sep 2099',
      },
    });
    await openDeal(marek);
    const dialog = await askToMove(marek, 'Customer says yes', 'Customer says yes?');
    await dialog.getByRole('button', { name: 'Move the deal' }).click();
    await shown(currentStage(marek, 'Sign the contract'));
  });

  it('names everything that is missing before it can be won, and is won when nothing is', async () => {
    const marek = await salesperson();
    const early = await askToMove(marek, 'Win the deal', 'Win this deal?');
    const missing = early.getByRole('list', { name: 'What is missing' });
    for (const item of [
      'Finalise the contract',
      'Get the signature',
      'The signed contract is attached',
    ])
      await shown(missing.getByText(item));
    expect(await missing.getByRole('listitem').count()).toBe(3);
    expect(await early.getByRole('button', { name: 'Win the deal' }).isDisabled()).toBe(true);
    await early.getByRole('button', { name: 'Not yet' }).click();

    await claimAndFinish(await backOffice(), {
      task: 'Finalise the contract',
      customer,
      files: ['Contract to sign'],
    });
    await finish(marek, {
      task: 'Get the signature',
      customer,
      fields: { 'Signed on': '1 Oct 2099' },
      files: ['Signed contract'],
    });
    await openDeal(marek);
    const dialog = await askToMove(marek, 'Win the deal', 'Win this deal?');
    await pick(marek.page, dialog, 'Why was it won', 'Trust');
    await marek.page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Win the deal' }).click();
    await shown(panel(marek, 'Summary').getByText('Won'));
    await shown(panel(marek, 'Timeline').getByText(/won/i).first());
    await seesOneEscalation(await manager());
  });

  it('leaves no complaint in any browser', () => {
    const complaints = [...people.values()].flatMap((one) =>
      one.complaints.map((text) => `${one.name}: ${text}`),
    );
    expect(complaints).toEqual([]);
  });
});

/** In the bell list and by mail, of this deal: once, however often the process has been woken since. */
async function seesOneEscalation(magdalena: Person): Promise<void> {
  const notices = (await openBell(magdalena)).filter({ hasText: customer });
  await shown(notices.filter({ hasText: '“Hold the needs meeting” was due' }));
  expect(await notices.count()).toBe(1);
  await magdalena.page.keyboard.press('Escape');
  const mails = await openMails(magdalena, magdalena.email);
  const escalations = mails.filter({ hasText: 'Escalation: Hold the needs meeting' });
  await shown(escalations);
  expect(await escalations.count()).toBe(1);
}

/** Opens the deal from the board, as a card or by its number. */
async function openDeal(marek: Person): Promise<void> {
  await goTo(marek, 'Opportunities');
  await marek.page.getByRole('link', { name: customer }).click();
  await title(marek.page, `${customer}, ${about}`).waitFor();
}
