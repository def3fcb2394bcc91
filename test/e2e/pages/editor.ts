import type { Locator } from 'playwright-core';
import { pick } from './form.ts';
import { goTo, type Person } from './person.ts';

export interface Editor {
  readonly board: Locator;
  /** The property panel. */
  readonly panel: Locator;
  readonly problems: Locator;
  readonly step: (name: string) => Locator;
  readonly selectStep: (name: string) => Promise<void>;
  readonly selectStage: (name: string) => Promise<void>;
  /** Gives the selected element another name. */
  readonly rename: (name: string) => Promise<void>;
  /** Adds a step by the palette, where the selection is, and names it. */
  readonly add: (kind: string, name: string) => Promise<void>;
  readonly choose: (label: string, option: string) => Promise<void>;
  /** A length of time, as `2` `seconds`. */
  readonly setDuration: (label: string, n: number, unit: string) => Promise<void>;
  /** Connects two steps of a stage by the keyboard: C, then the name. */
  readonly connectByKeys: (from: string, to: string) => Promise<void>;
  /** Connects them by drawing a line with the mouse. */
  readonly connectByMouse: (from: string, to: string) => Promise<void>;
  /** The undo button while it would undo this. */
  readonly undoOf: (what: string) => Locator;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly saved: () => Promise<void>;
  /** Publishes with a note; answers what the dialog said would change. */
  readonly publish: (note: string, version: number) => Promise<string>;
}

/** Opens a process from the list of processes. */
export async function openEditor(person: Person, process: string): Promise<Editor> {
  const { page } = person;
  await goTo(person, 'Processes');
  await page.getByRole('link', { name: process }).click();
  const board = page.getByRole('application', { name: /^Stage board of/ });
  await board.waitFor();
  return editorOf(person, board);
}

function editorOf({ page }: Person, board: Locator): Editor {
  const panel = page.getByRole('complementary', { name: /^Properties of/ });
  const step = (name: string) => board.getByRole('button', { name, exact: true });
  const isPanelOf = (name: string) =>
    page.getByRole('complementary', { name: `Properties of ${name}`, exact: true }).waitFor();
  const selectStep = async (name: string) => {
    await step(name).click();
    await isPanelOf(name);
  };
  const rename = async (name: string) => {
    await panel.getByRole('textbox', { name: 'Name', exact: true }).first().fill(name);
    await isPanelOf(name);
  };
  return {
    board,
    panel,
    problems: page.getByRole('region', { name: 'Problems' }),
    step,
    selectStep,
    rename,
    selectStage: async (name) => {
      const folded = board.getByRole('button', { name: `Open ${name}`, exact: true });
      if (await folded.isVisible()) await folded.click();
      const stage = board.getByRole('region', { name: new RegExp(`^Stage \\d+: ${name}$`) });
      await stage.getByRole('heading', { name }).click();
      await isPanelOf(name);
    },
    add: async (kind, name) => {
      const palette = page.getByRole('complementary', { name: 'Palette' });
      await palette.getByRole('button', { name: kind, exact: true }).click();
      await rename(name);
    },
    choose: (label, option) => pick(page, panel, label, option),
    setDuration: async (label, n, unit) => {
      await panel.getByRole('textbox', { name: `${label}, number` }).fill(String(n));
      await pick(page, panel, `${label}, unit`, unit);
    },
    connectByKeys: async (from, to) => {
      await selectStep(from);
      await page.keyboard.press('c');
      const search = page.getByRole('combobox', { name: `Connect ${from} to` });
      await search.fill(to);
      await search.press('Enter');
    },
    connectByMouse: async (from, to) => {
      const [start, end] = [await boxOf(step(from)), await boxOf(step(to))];
      await page.mouse.move(start.x + start.width / 2, start.y + start.height);
      await page.mouse.down();
      await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
      await page.mouse.move(end.x + end.width / 2, end.y, { steps: 4 });
      await page.mouse.up();
    },
    undoOf: (what) => page.getByRole('button', { name: `Undo: ${what}`, exact: true }),
    undo: () => page.getByRole('button', { name: /^Undo/ }).click(),
    redo: () => page.getByRole('button', { name: /^Redo/ }).click(),
    saved: () => page.getByText(/^Saved/).waitFor(),
    publish: async (note, version) => {
      await page.getByRole('button', { name: 'Publish…' }).click();
      const dialog = page.getByRole('dialog', { name: `Publish v${version}` });
      await dialog.getByRole('textbox', { name: /^Note/ }).fill(note);
      const said = await dialog.innerText();
      await dialog.getByRole('button', { name: `Publish v${version}` }).click();
      await dialog.waitFor({ state: 'hidden' });
      return said;
    },
  };
}

async function boxOf(
  card: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  if (!box) throw new Error('The card is not on the screen.');
  return box;
}
