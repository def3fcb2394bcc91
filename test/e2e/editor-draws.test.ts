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

  it('puts a step between two by the plus on their link', async () => {
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
