import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, card, openEditorWorld, patience, saved, type EditorWorld } from './editor-world.ts';

const key = 'ROOF-02';
let world: EditorWorld;
let page: Page;

beforeAll(async () => {
  world = await openEditorWorld(key);
  page = await world.pageOf(world.organisation.email.olga, `/processes/${key}`);
  await card(page, 'Price the system').waitFor();
});
afterAll(() => world.stop());

/** What another ops admin does meanwhile, through the api. */
async function someoneRenames(name: string): Promise<void> {
  const { drawing, revision } = await world.draft(key);
  await world.adam.send('PUT', `/processes/${key}/draft`, {
    revision,
    drawing: { ...drawing, name },
  });
}

async function rename(name: string): Promise<void> {
  await card(page, 'the system').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
}

describe('saving the draft', () => {
  it('keeps edits through a reload while the server cannot be reached', async () => {
    await page.context().setOffline(true);
    await rename('Quote the system');
    await page.getByText(/^Not saved since/).waitFor();
    await page.route('**/draft', (route) => route.abort());
    await page.context().setOffline(false);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Unsaved edits of this browser are back.').waitFor();
    await card(page, 'Quote the system').waitFor();
    await page.unroute('**/draft');
    await saved(page);
    expect((await world.draft(key)).drawing.stages[0]?.steps[2]?.name).toBe('Quote the system');
  });

  it('finds no conflict with itself when the page is left while it saves', async () => {
    let sent = () => {};
    const isSent = new Promise<void>((done) => (sent = done));
    await page.route('**/draft', async (route) => {
      await route.fetch();
      sent();
    });
    await rename('Size the system');
    await isSent;
    await rename('Size up the system');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.unroute('**/draft');
    await page.reload();
    await card(page, 'Size up the system').waitFor();
    await saved(page);
    await expect
      .poll(async () => (await world.draft(key)).drawing.stages[0]?.steps[2]?.name, patience)
      .toBe('Size up the system');
    expect(await page.getByRole('dialog', { name: 'Someone changed this draft' }).count()).toBe(0);
  });

  it('shows what someone else saved while nothing of one’s own is unsaved', async () => {
    await someoneRenames('Roofs by Ewa');
    await page.getByRole('heading', { level: 1, name: /Roofs by Ewa/ }).waitFor();
    await page.getByText('adam changed this draft.').waitFor();
  });

  it('does not take one’s own other tab for somebody else', async () => {
    const other = await page.context().newPage();
    await other.goto(`/processes/${key}`);
    await card(other, 'Size up the system').waitFor();
    await page.route('**/draft', async (route) => {
      await card(other, 'How large').click();
      await other.getByLabel('Name', { exact: true }).fill('How big');
      await saved(other);
      await route.continue();
      await page.unroute('**/draft');
    });
    await rename('Measure the system');
    const dialog = page.getByRole('dialog', { name: 'You changed this draft in another tab' });
    await dialog.getByRole('row', { name: /Step How large.*How large.*How big/ }).waitFor();
    expect(await dialog.innerText()).not.toMatch(/[Ss]omeone|Olga/);
    await dialog.getByRole('button', { name: 'Take the other tab’s draft' }).click();
    await card(page, 'How big').waitFor();
    await board(page).focus();
    await page.keyboard.press('Control+z');
    await card(page, 'Measure the system').waitFor();
    await saved(page);
    await other.getByText('You changed this draft in another tab.').waitFor();
    await other.close();
  });

  it('asks in a conflict, and undo brings the other side back', async () => {
    let release = () => {};
    const met = new Promise<void>((done) => (release = done));
    await page.route('**/draft', async (route) => {
      await someoneRenames('Roofs by Adam');
      release();
      await route.continue();
      await page.unroute('**/draft');
    });
    await rename('Value the system');
    await met;
    const dialog = page.getByRole('dialog', { name: 'Someone changed this draft' });
    await dialog.getByText(/^adam saved the draft/).waitFor();
    await dialog.getByText('Process Roofs by Ewa').waitFor();
    await dialog.getByRole('button', { name: 'Keep my draft' }).click();
    await saved(page);
    await expect
      .poll(async () => (await world.draft(key)).drawing, patience)
      .toMatchObject({
        name: 'Roofs by Ewa',
        stages: [{ steps: [{}, {}, { name: 'Value the system' }] }, {}],
      });
    await board(page).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: /Roofs by Adam/ }).waitFor();
  });
});
