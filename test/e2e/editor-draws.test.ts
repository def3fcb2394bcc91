import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Drawing } from '#core/drawing/drawing.ts';
import {
  board,
  card,
  openEditorWorld,
  palette,
  patience,
  saved,
  type EditorWorld,
} from './editor-world.ts';

const key = 'ROOF-01';
let world: EditorWorld;
let page: Page;

beforeAll(async () => {
  world = await openEditorWorld(key);
  page = await world.pageOf(world.organisation.email.olga, '/processes');
  await page.getByRole('link', { name: 'Roof systems' }).click();
  await card(page, 'Price the system').waitFor();
});
afterAll(() => world.stop());

/** Draws a line by mouse from the lower edge of one card to another. */
async function drag(from: string, to: string): Promise<void> {
  const [a, b] = [await card(page, from).boundingBox(), await card(page, to).boundingBox()];
  if (!a || !b) throw new Error(`${from} or ${to} is not on the board.`);
  await card(page, from).hover();
  await page.mouse.move(a.x + a.width / 2, a.y + a.height);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width / 2, b.y - 20, { steps: 6 });
  await page.mouse.move(b.x + b.width / 2, b.y + 4, { steps: 4 });
  await page.mouse.up();
}

/** The middle of the short link between two cards, one below the other, and how long it is. */
async function linkBetween(upper: string, lower: string) {
  const [a, b] = [await card(page, upper).boundingBox(), await card(page, lower).boundingBox()];
  if (!a || !b) throw new Error(`${upper} or ${lower} is not on the board.`);
  const top = a.y + a.height;
  return { x: a.x + a.width / 2, y: (top + b.y) / 2, length: b.y - top };
}

/** Draws a line by mouse from a port of a card to a point, or to the upper edge of a card. */
async function dragPort(from: string, port: string, to: { x: number; y: number }): Promise<void> {
  const handle = card(page, from).locator(`.react-flow__handle[data-handleid="${port}"]`);
  const box = await handle.boundingBox();
  if (!box) throw new Error(`${from} has no port ${port} on the board.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 30, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

const lastEdit = () => undo().getAttribute('aria-label');
const stage = ({ stages }: Drawing) => stages[0]!;
const undo = () => page.getByRole('button', { name: /^Undo:/ });

describe('an ops admin who draws', () => {
  it('renames a step, and the draft is saved by itself', async () => {
    await card(page, 'Price the system').click();
    await page.getByLabel('Name', { exact: true }).fill('Price the roof');
    await card(page, 'Price the roof').waitFor();
    await saved(page);
    await expect.poll(async () => (await world.draft(key)).revision, patience).toBeGreaterThan(2);
    const { drawing } = await world.draft(key);
    expect(stage(drawing).steps[2]?.name).toBe('Price the roof');
  });

  it('adds a task for the technical department behind the selected step', async () => {
    await palette(page, 'Task').click();
    await page.getByLabel('Name', { exact: true }).fill('Check the structure');
    await page.getByRole('radiogroup', { name: 'Who' }).getByText('Department').click();
    await card(page, 'Check the structure').getByText('Technicians').waitFor();
  });

  it('drags a wait onto the stage and connects it by mouse', async () => {
    const column = page.locator('[data-id="stage:prepare"]');
    await palette(page, 'Wait').dragTo(column, { targetPosition: { x: 60, y: 60 } });
    await card(page, 'Wait').waitFor();
    await drag('Check the structure', 'Wait');
    await expect
      .poll(() => undo().getAttribute('aria-label'), patience)
      .toBe('Undo: Connect Check the structure to Wait');
  });

  it('is told why a line cannot be drawn', async () => {
    await drag('Survey the roof', 'How large');
    await page.getByText('How large already waits for Survey the roof.').waitFor();
  });

  it.each([-260, 0, 320])('selects a short link by a click, zoomed by %s', async (delta) => {
    const start = await linkBetween('Survey the roof', 'How large');
    await page.mouse.move(start.x, start.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -delta);
    await page.keyboard.up('Control');
    await expect
      .poll(async () => (await linkBetween('Survey the roof', 'How large')).length, patience)
      .toSatisfy((length: number) => Math.sign(length - start.length) === Math.sign(delta));
    const link = await linkBetween('Survey the roof', 'How large');
    await page.mouse.move(link.x + 60, link.y);
    await page.mouse.click(link.x, link.y);
    await page
      .getByRole('complementary', { name: 'Properties of Survey the roof → How large' })
      .waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await board(page).press('Escape');
    await page.getByRole('button', { name: 'Fit the board' }).click();
  });

  it('adds a step where a line from a port is dropped, and adds another port by a second line', async () => {
    const column = await page.locator('[data-id="stage:prepare"]').boundingBox();
    if (!column) throw new Error('The stage is not on the board.');
    const empty = { x: column.x + 40, y: column.y + column.height - 60 };
    const before = await lastEdit();
    await dragPort('How large', 'large', empty);
    const list = page.getByRole('dialog', { name: 'Add behind How large' });
    const by = list.getByRole('combobox', { name: 'When How large ended by' });
    await expect.poll(() => by.inputValue(), patience).toBe('Large');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await lastEdit()).toBe(before);
    await dragPort('How large', 'large', empty);
    await list.getByRole('combobox', { name: 'Add behind How large' }).fill('task');
    await page.keyboard.press('Enter');
    await card(page, 'New task').waitFor();
    expect(await lastEdit()).toContain('behind How large when “Large”');
    const panel = page.getByRole('complementary', { name: 'Properties of New task' });
    await expect
      .poll(() => panel.getByRole('combobox', { name: 'How large' }).inputValue(), patience)
      .toBe('Large');
    const target = await card(page, 'New task').boundingBox();
    if (!target) throw new Error('The new task is not on the board.');
    await dragPort('How large', 'small', { x: target.x + target.width / 2, y: target.y + 2 });
    await expect.poll(lastEdit, patience).toBe('Undo: Connect How large (Small) to New task');
    await saved(page);
    const { drawing } = await world.draft(key);
    expect(stage(drawing).links.at(-1)).toMatchObject({ from: 'large', ports: ['large', 'small'] });
    await undo().click();
    await undo().click();
    await card(page, 'New task').waitFor({ state: 'detached' });
  });

  it('puts a step between two by the plus on their link', async () => {
    const link = await linkBetween('Survey the roof', 'How large');
    await page.mouse.move(link.x, link.y);
    await page.getByRole('button', { name: 'Add a step here' }).first().click();
    await page.getByRole('dialog').getByRole('combobox').fill('notify');
    await page.keyboard.press('Enter');
    await card(page, 'Notify').waitFor();
  });

  it('undoes and redoes all of it by keys', async () => {
    await board(page).focus();
    const at = async () => (await undo().getAttribute('aria-label')) ?? '';
    expect(await at()).toContain('Add Notify between Survey the roof and How large');
    await page.keyboard.press('Control+z');
    await card(page, 'Notify').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await card(page, 'Notify').waitFor();
    while (await undo().isVisible()) await undo().click();
    await card(page, 'Price the system').waitFor();
    expect(await page.locator('.react-flow__node-step').count()).toBe(3);
    const redo = page.getByRole('button', { name: /^Redo:/ });
    while (await redo.isVisible()) await redo.click();
    await card(page, 'Check the structure').waitFor();
  });

  it('sees a branch without default as a problem that leads to it', async () => {
    await card(page, 'How large').click();
    await page.getByRole('button', { name: 'Delete the default' }).click();
    await page.getByRole('button', { name: /^Problems: [1-9]/ }).waitFor();
    const list = page.getByRole('region', { name: 'Problems' });
    await board(page).press('Escape');
    await list.getByRole('button', { name: /branch-without-default/ }).click();
    await page.getByRole('complementary', { name: 'Properties of How large' }).waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('v2 cannot be published yet.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await board(page).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Problems: 0 errors/ }).waitFor();
  });

  it('publishes version 2 with a note, and looks at version 1', async () => {
    await saved(page);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByLabel('Note for the list of versions').fill('The structure is checked');
    await page.getByRole('button', { name: 'Publish v2' }).click();
    await page.getByText('Published v2.').waitFor();
    const version = await world.ops.get<{ drawing: Drawing }>(`/processes/${key}/versions/2`);
    const names = stage(version.drawing).steps.map((step) => step.name);
    expect(names).toContain('Check the structure');
    await page.getByRole('button', { name: 'Versions' }).click();
    await page.getByText('The structure is checked').waitFor();
    await page.getByRole('link', { name: 'Look at it' }).last().click();
    await page.getByRole('button', { name: 'Back to the draft' }).waitFor();
    await card(page, 'Price the system').waitFor();
    expect(await card(page, 'Check the structure').count()).toBe(0);
  });

  it('restores version 1 to the draft, and undo brings the draft back', async () => {
    await page.getByRole('button', { name: 'Restore to draft' }).click();
    await page.getByText('v1 is the draft now.').waitFor();
    expect(await card(page, 'Check the structure').count()).toBe(0);
    await undo().click();
    await card(page, 'Check the structure').waitFor();
    await expect
      .poll(
        async () => stage((await world.draft(key)).drawing).steps.map((step) => step.name),
        patience,
      )
      .toContain('Check the structure');
  });

  it('never made the browser complain', () => {
    expect(world.complaints).toEqual([]);
  });
});
