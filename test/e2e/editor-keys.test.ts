import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, card, openEditorWorld, saved, type EditorWorld } from './editor-world.ts';

let world: EditorWorld;
let page: Page;

beforeAll(async () => {
  world = await openEditorWorld('ROOF-03');
  page = await world.pageOf(world.organisation.email.olga, '/processes');
});
afterAll(() => world.stop());

/** Chooses from the list that a key opened, by typing. */
async function choose(text: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').first().fill(text);
  await page.keyboard.press('Enter');
}

async function faults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('drawing by the keyboard alone', () => {
  it('creates a process', async () => {
    await page.getByRole('button', { name: 'New process' }).press('Enter');
    await page.locator('[role="dialog"] input:focus').waitFor();
    await page.keyboard.type('Heat pumps');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'HEAT-PUMPS Heat pumps' }).waitFor();
    await board(page).waitFor();
  });

  it('adds a stage and steps, connects them and walks them', async () => {
    await board(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    await page.getByRole('complementary', { name: 'Properties of New stage 2' }).waitFor();
    await board(page).focus();
    await page.keyboard.press('a');
    await choose('task');
    await card(page, 'New task').waitFor();
    await board(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('a');
    await choose('notify');
    await card(page, 'Notify').waitFor();
    await board(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await choose('notify');
    await page.getByRole('complementary', { name: 'Properties of New task → Notify' }).waitFor();
    await saved(page);
  });

  it('duplicates, folds, deletes and undoes', async () => {
    await board(page).focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    await card(page, '(copy)').waitFor();
    await page.keyboard.press('Delete');
    await card(page, '(copy)').waitFor({ state: 'detached' });
    await page.keyboard.press('[');
    await page.locator('.react-flow__node-spine').waitFor();
    await page.keyboard.press(']');
    await page.locator('.react-flow__node-spine').waitFor({ state: 'detached' });
  });

  it('goes from problem to problem with F8, to the input of each', async () => {
    await board(page).focus();
    await page.keyboard.press('F8');
    const focused = page.locator('[data-path]:focus, [data-path] :focus');
    await focused.first().waitFor();
    expect(await page.locator('li[data-current="true"]').count()).toBeLessThanOrEqual(1);
  });

  it('has no fault that axe can find, in either colour scheme', async () => {
    await page.keyboard.press('Escape');
    expect(await faults()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults()).toEqual([]);
  });
});
