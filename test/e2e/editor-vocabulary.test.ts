import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Drawing } from '#core/drawing/drawing.ts';
import { publishProcess } from '../support/publish.ts';
import { editorDrawing } from './editor-drawing.ts';
import {
  board,
  card,
  openEditorWorld,
  palette,
  patience,
  saved,
  type EditorWorld,
} from './editor-world.ts';

const byMouse = 'ROOF-11';
const byKeys = 'ROOF-12';
let world: EditorWorld;

beforeAll(async () => {
  world = await openEditorWorld(byMouse);
  await publishProcess(world.ops, byKeys, editorDrawing());
});
afterAll(() => world.stop());

async function open(key: string): Promise<Page> {
  const page = await world.pageOf(world.organisation.email.olga, `/processes/${key}`);
  await card(page, 'Price the system').waitFor();
  return page;
}

const drawn = async (key: string): Promise<Drawing> => (await world.draft(key)).drawing;
const undoOf = (page: Page) => page.getByRole('button', { name: /^Undo:/ });
const rail = (page: Page) => board(page).getByRole('region', { name: /^Rail: / });
const panelOf = (page: Page, name: string | RegExp) =>
  page.getByRole('complementary', {
    name: typeof name === 'string' ? `Properties of ${name}` : name,
  });

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Draws a line by mouse from one small circle to another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 5 });
  await page.mouse.move(b.x, b.y, { steps: 5 });
  await page.mouse.up();
}

/** What the server must have when all of it is drawn. */
async function expectAll(key: string): Promise<void> {
  await expect
    .poll(async () => {
      const { stages, rails = [] } = await drawn(key);
      const kinds = stages[0]?.steps.map((step) => step.kind) ?? [];
      const rework = stages[0]?.links.find((link) => link.rework);
      const back = stages[1]?.exits.find((exit) => exit.to === 'prepare');
      return {
        approval: kinds.includes('approval'),
        each: kinds.includes('each'),
        rework: rework && { to: rework.to, ports: rework.ports, ...rework.rework },
        back: back?.max,
        rail: rails[0] && { steps: rails[0].steps.length, links: rails[0].links.length },
      };
    }, patience)
    .toEqual({
      approval: true,
      each: true,
      rework: { to: 'price', ports: ['rejected'], max: 2 },
      back: 3,
      rail: { steps: 2, links: 1 },
    });
}

/** Undoes everything, and does it again: the same is drawn. */
async function thereAndBack(page: Page, key: string): Promise<void> {
  await saved(page);
  const before = await drawn(key);
  while (await undoOf(page).isVisible()) await undoOf(page).click();
  await saved(page);
  await expect.poll(async () => (await drawn(key)).rails, patience).toBeUndefined();
  const redo = page.getByRole('button', { name: /^Redo:/ });
  while (await redo.isVisible()) await redo.click();
  await saved(page);
  await expect.poll(() => drawn(key), patience).toEqual(before);
}

/** Publishes; the list of problems is the other answer, and then every problem leads to its place. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  const note = dialog.getByLabel('Note for the list of versions');
  const refused = dialog.getByText('v2 cannot be published yet.');
  await note.or(refused).first().waitFor();
  if (await refused.isVisible()) {
    expect(await dialog.getByRole('button').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    return;
  }
  await note.fill('Approval and rework');
  await dialog.getByRole('button', { name: 'Publish v2' }).click();
  await page.getByText('Published v2.').waitFor();
}

describe('drawing the whole vocabulary by mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(byMouse);
  });

  it('adds an approval behind the price, and sends rejected work back', async () => {
    await card(page, 'Price the system').click();
    await palette(page, 'Approval').click();
    await page.getByLabel('Name', { exact: true }).fill('Approve the price');
    await card(page, 'Approve the price').getByText('Sales manager').waitFor();
    await drag(
      page,
      card(page, 'Approve the price').locator('[data-handleid="rejected"]'),
      card(page, 'Price the system').locator('.react-flow__handle-top'),
    );
    await expect
      .poll(() => undoOf(page).getAttribute('aria-label'), patience)
      .toBe('Undo: Send Approve the price (Rejected) back to Price the system');
    await page.getByLabel(/may be sent back at most/).fill('2');
    await board(page).getByText('≤2').waitFor();
  });

  it('drops a For each onto the stage and gives it to departments', async () => {
    await palette(page, 'For each').dragTo(page.locator('[data-id="stage:prepare"]'), {
      targetPosition: { x: 60, y: 60 },
    });
    await panelOf(page, 'For each item').waitFor();
    await page.getByRole('radiogroup', { name: 'For each' }).getByText('Departments').click();
    await card(page, 'For each item').getByText('1 department').waitFor();
  });

  it('adds a rail and drops its steps onto it', async () => {
    await palette(page, 'Rail').click();
    await page.getByLabel('Name', { exact: true }).fill('No activity');
    await rail(page).waitFor();
    await palette(page, 'Task').dragTo(rail(page), { targetPosition: { x: 40, y: 18 } });
    await rail(page).getByRole('button', { name: 'New task' }).waitFor();
    await palette(page, 'Wait').dragTo(rail(page), { targetPosition: { x: 40, y: 18 } });
    await rail(page).getByText('+2 bd').waitFor();
  });

  it('draws an exit back from one header to another', async () => {
    const gate = (stage: string, side: string) =>
      page.locator(`[data-id="stage:${stage}"] .react-flow__handle-${side}`);
    await drag(page, gate('send', 'right'), gate('prepare', 'left'));
    await board(page).getByText('Back, at most 3 times').waitFor();
    await panelOf(page, 'Exit to Prepare the offer').getByText('On the way back').waitFor();
  });

  it('has it all at the server, undoes all of it and does it again', async () => {
    await expectAll(byMouse);
    await thereAndBack(page, byMouse);
  });

  it('publishes it, or says what is missing', () => publish(page));
});

describe('drawing the whole vocabulary by the keyboard', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(byKeys);
  });

  const keys = async (...pressed: string[]): Promise<void> => {
    await board(page).focus();
    for (const key of pressed) await page.keyboard.press(key);
  };
  const choose = async (text: string): Promise<void> => {
    await page.getByRole('dialog').getByRole('combobox').first().fill(text);
    await page.keyboard.press('Enter');
  };
  const price = ['Escape', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown'];

  it('adds an approval behind the price, and sends rejected work back', async () => {
    await keys(...price, 'a');
    await choose('approval');
    await panelOf(page, 'New approval').waitFor();
    await keys('c');
    await choose('price');
    await panelOf(page, 'New approval → Price the system').waitFor();
    await page.getByLabel(/may be sent back at most/).fill('2');
  });

  it('adds a For each to the stage', async () => {
    await keys('Escape', 'ArrowRight', 'a');
    await choose('for each');
    await card(page, 'For each item').waitFor();
  });

  it('adds a rail with two steps and walks along it', async () => {
    await keys('Escape', 'ArrowRight', 'a');
    await choose('rail');
    await panelOf(page, /^Properties of New rail 1/).waitFor();
    await keys('a');
    await choose('task');
    await panelOf(page, 'New task').waitFor();
    await keys('a');
    await choose('notify');
    await panelOf(page, 'Notify').waitFor();
    await keys('ArrowLeft');
    await panelOf(page, 'New task').waitFor();
    await keys('ArrowLeft');
    await panelOf(page, /^Properties of New rail 1/).waitFor();
    await keys('ArrowUp');
    await panelOf(page, 'Prepare the offer').waitFor();
  });

  it('draws an exit back from the list of targets', async () => {
    await keys('Escape', 'ArrowRight', 'ArrowRight', 'c');
    await choose('back to');
    await panelOf(page, 'Exit to Prepare the offer').waitFor();
  });

  it('has it all at the server, undoes all of it and does it again', async () => {
    await expectAll(byKeys);
    await thereAndBack(page, byKeys);
  });

  it('publishes it, or says what is missing', () => publish(page));

  it('never made a browser complain', () => {
    expect(world.complaints.filter((one) => !/422/.test(one))).toEqual([]);
  });
});
