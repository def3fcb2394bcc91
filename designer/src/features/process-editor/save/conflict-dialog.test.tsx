import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { ServerDraft } from './server-draft.ts';
import type { DraftSaver, SaveState } from './draft-saver.ts';
import { SaveStatus } from './save-status.tsx';

function open(savedBy: ServerDraft['savedBy']) {
  const { editor } = sampleEditor();
  const drawing = { ...sampleDrawing(), name: 'Roofs' };
  const theirs: ServerDraft = {
    revision: 7,
    drawing,
    savedAt: '2026-09-16T09:29:00.000Z',
    savedBy,
  };
  const state = createStore<{ save: SaveState }>(() => ({ save: { kind: 'conflict', theirs } }));
  const resolve = vi.fn<DraftSaver['resolve']>();
  const saver: DraftSaver = {
    state,
    resolve,
    revision: () => 6,
    flush: async () => false,
    adopt: () => false,
    recover: () => false,
    start: () => () => {},
  };
  renderInTheme(
    <EditorProvider editor={editor}>
      <SaveStatus saver={saver} />
      <ConflictDialog saver={saver} />
    </EditorProvider>,
  );
  return { resolve };
}

describe('a draft that was saved meanwhile', () => {
  it('by the same person is not told as somebody else’s', () => {
    open({ name: 'Olga Maj', isMe: true });
    const dialog = screen.getByRole('dialog', { name: 'You changed this draft in another tab' });
    expect(dialog.textContent).not.toMatch(/Olga|[Ss]omeone/);
    expect(within(dialog).getByText(/^Process /)).toBeDefined();
    expect(within(dialog).getByRole('columnheader', { name: 'This tab' })).toBeDefined();
    expect(screen.getByText('Not saved: you changed it in another tab')).toBeDefined();
  });

  it('by the same person is taken or left by the names of the tabs', () => {
    const { resolve } = open({ name: 'Olga Maj', isMe: true });
    screen.getByRole('button', { name: 'Take the other tab’s draft' }).click();
    screen.getByRole('button', { name: 'Keep this tab’s draft' }).click();
    expect(resolve.mock.calls).toEqual([['theirs'], ['mine']]);
  });

  it('by somebody else names them', () => {
    open({ name: 'Ewa Zawadzka', isMe: false });
    const dialog = screen.getByRole('dialog', { name: 'Someone changed this draft' });
    expect(dialog.textContent).toMatch(/Ewa Zawadzka saved the draft/);
    expect(within(dialog).getByRole('button', { name: 'Take Ewa Zawadzka’s draft' })).toBeDefined();
    expect(screen.getByText('Not saved: changed by someone else')).toBeDefined();
  });
});
