import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Drawing } from '#core/drawing/drawing.ts';
import { addStage } from '../commands/stages/add-stage.ts';
import { createEditorStore } from '../state/editor-store.ts';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { createDraftJournal, takeUpLeft } from './draft-journal.ts';
import { createDraftSaver, type SaveFailure } from './draft-saver.ts';

const at = '2026-09-16T09:29:00.000Z';

class Failed extends Error {
  failure: SaveFailure;
  constructor(failure: SaveFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

function open(server: { revision?: number; drawing?: Drawing; tab?: string } = {}) {
  const { revision = 1, drawing = sampleDrawing(), tab = 'a' } = server;
  const editor = createEditorStore({ drawing, tell: () => {}, now: () => 0 });
  const journal = createDraftJournal('PV-01', localStorage, tab);
  const sent: number[] = [];
  let answer: () => Promise<{ revision: number; savedAt: string }> = async () => ({
    revision: sent.length + 1,
    savedAt: at,
  });
  const base = {
    revision,
    drawing: editor.getState().drawing,
    savedAt: at,
    savedBy: { name: 'Ewa', isMe: false },
  };
  const saver = createDraftSaver({
    editor,
    base,
    journal,
    send: (revision) => {
      sent.push(revision);
      return answer();
    },
    failureOf: (error) => (error as Failed).failure,
    now: () => 0,
  });
  saver.start();
  const edit = () => editor.getState().dispatch(addStage(editor.getState().drawing));
  return {
    editor,
    journal,
    saver,
    sent,
    edit,
    base,
    state: () => saver.state.getState().save,
    answerWith: (next: typeof answer) => (answer = next),
  };
}

describe('saving the draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => vi.useRealTimers());

  it('waits for a pause in editing, saves once and says when', async () => {
    const { edit, sent, state, journal } = open();
    edit();
    await vi.advanceTimersByTimeAsync(1000);
    edit();
    expect(state().kind).toBe('changed');
    expect(journal.read()?.drawing.stages).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1499);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([1]);
    expect(state()).toEqual({ kind: 'saved', at });
    expect(journal.read()).toBeUndefined();
  });

  it('saves again what was edited while it was saving, on the new revision', async () => {
    const { edit, sent, state, answerWith } = open();
    let release = () => {};
    answerWith(() => new Promise((done) => (release = () => done({ revision: 2, savedAt: at }))));
    edit();
    await vi.advanceTimersByTimeAsync(1500);
    edit();
    release();
    await vi.advanceTimersByTimeAsync(1500);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([1, 2]);
    expect(state().kind).toBe('saved');
  });

  it('keeps the draft in this browser while the server cannot be reached, and tries again', async () => {
    const { edit, sent, state, journal, answerWith } = open();
    answerWith(() => Promise.reject(new Failed({ kind: 'unreachable' })));
    edit();
    await vi.advanceTimersByTimeAsync(1500);
    expect(state().kind).toBe('offline');
    expect(journal.read()?.revision).toBe(1);
    answerWith(async () => ({ revision: 2, savedAt: at }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([1, 1]);
    expect(state().kind).toBe('saved');
  });

  it('stops at a conflict, and either choice can be undone', async () => {
    const { edit, editor, saver, sent, state, base, answerWith } = open();
    const theirs = { ...base, revision: 7, drawing: { ...sampleDrawing(), name: 'Theirs' } };
    answerWith(() => Promise.reject(new Failed({ kind: 'conflict', theirs })));
    edit();
    await vi.advanceTimersByTimeAsync(1500);
    expect(state().kind).toBe('conflict');
    edit();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([1]);
    answerWith(async () => ({ revision: 8, savedAt: at }));
    saver.resolve('mine');
    await vi.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual([1, 7]);
    expect(editor.getState().drawing.stages).toHaveLength(4);
    editor.getState().undo();
    expect(editor.getState().drawing.name).toBe('Theirs');
    editor.getState().undo();
    expect(editor.getState().drawing.stages).toHaveLength(4);
  });

  it('takes the other draft when asked, without sending it back', async () => {
    const { edit, editor, saver, sent, state, base, answerWith } = open();
    const theirs = { ...base, revision: 7, drawing: { ...sampleDrawing(), name: 'Theirs' } };
    answerWith(() => Promise.reject(new Failed({ kind: 'conflict', theirs })));
    edit();
    await vi.advanceTimersByTimeAsync(1500);
    saver.resolve('theirs');
    await vi.advanceTimersByTimeAsync(5000);
    expect(editor.getState().drawing.name).toBe('Theirs');
    expect(state().kind).toBe('saved');
    expect(saver.revision()).toBe(7);
    expect(sent).toEqual([1]);
  });

  it('saves at once when asked, before publishing', async () => {
    const { edit, saver, sent } = open();
    edit();
    expect(await saver.flush()).toBe(true);
    expect(sent).toEqual([1]);
    expect(await saver.flush()).toBe(true);
    expect(sent).toEqual([1]);
  });

  it('takes up again what was not saved before a reload', async () => {
    const first = open();
    first.answerWith(() => Promise.reject(new Failed({ kind: 'unreachable' })));
    first.edit();
    await vi.advanceTimersByTimeAsync(1500);
    const second = open();
    expect(second.saver.recover()).toBe(true);
    expect(second.saver.recover()).toBe(false);
    expect(second.editor.getState().drawing.stages).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1500);
    expect(second.sent).toEqual([1]);
    second.editor.getState().undo();
    expect(second.editor.getState().drawing).toEqual(sampleDrawing());
  });

  it('takes up nothing that the server has already', () => {
    const first = open();
    first.edit();
    const mine = first.editor.getState().drawing;
    const second = open({ revision: 2, drawing: structuredClone(mine) });
    expect(second.saver.recover()).toBe(false);
    expect(second.editor.getState().history.past).toHaveLength(0);
    expect(second.journal.read()).toBeUndefined();
  });

  /** A page that is left while its save is under way, with one more edit since. */
  async function leftWhileSaving() {
    const left = open();
    left.answerWith(() => new Promise(() => {}));
    left.edit();
    await vi.advanceTimersByTimeAsync(1500);
    const sent = structuredClone(left.editor.getState().drawing);
    left.edit();
    return sent;
  }

  it('goes on from its own save that was under way at a reload', async () => {
    const drawing = await leftWhileSaving();
    const { saver, editor, sent, state } = open({ revision: 2, drawing });
    expect(saver.recover()).toBe(true);
    expect(editor.getState().drawing.stages).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual([2]);
    expect(state().kind).toBe('saved');
  });

  it('goes on from it too where the server has taken it only after the reload', async () => {
    const drawing = await leftWhileSaving();
    const { saver, sent, state, answerWith, base } = open();
    const theirs = { ...base, revision: 2, drawing };
    answerWith(() =>
      sent.length === 1
        ? Promise.reject(new Failed({ kind: 'conflict', theirs }))
        : Promise.resolve({ revision: 3, savedAt: at }),
    );
    saver.recover();
    await vi.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual([1, 2]);
    expect(state().kind).toBe('saved');
  });

  it('asks after a reload when somebody else has saved meanwhile', async () => {
    await leftWhileSaving();
    const other = { ...sampleDrawing(), name: 'Theirs' };
    const { saver, state, answerWith, base } = open({ revision: 2, drawing: other });
    answerWith(() => Promise.reject(new Failed({ kind: 'conflict', theirs: base })));
    saver.recover();
    await vi.advanceTimersByTimeAsync(1500);
    expect(state().kind).toBe('conflict');
  });

  it('finds no conflict in a save whose answer was lost', async () => {
    const { edit, editor, sent, state, answerWith, base } = open();
    answerWith(() => Promise.reject(new Failed({ kind: 'unreachable' })));
    edit();
    await vi.advanceTimersByTimeAsync(1500);
    const theirs = { ...base, revision: 2, drawing: structuredClone(editor.getState().drawing) };
    answerWith(() => Promise.reject(new Failed({ kind: 'conflict', theirs })));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([1, 1]);
    expect(state()).toEqual({ kind: 'saved', at });
  });

  it('takes up neither the edits of another tab that is open, nor takes them away from it', async () => {
    const first = open({ tab: 'a' });
    first.answerWith(() => Promise.reject(new Failed({ kind: 'unreachable' })));
    first.edit();
    takeUpLeft('PV-01', localStorage, { tab: 'b', open: ['a', 'b'] });
    const second = open({ tab: 'b' });
    expect(second.saver.recover()).toBe(false);
    second.edit();
    await second.saver.flush();
    expect(second.journal.read()).toBeUndefined();
    expect(open({ tab: 'a' }).saver.recover()).toBe(true);
  });

  it('takes up the edits of a tab that is open no more, as after a crash, in one tab alone', () => {
    open({ tab: 'a' }).edit();
    for (const tab of ['b', 'c']) takeUpLeft('PV-01', localStorage, { tab, open: ['b', 'c'] });
    expect(open({ tab: 'b' }).saver.recover()).toBe(true);
    expect(open({ tab: 'c' }).saver.recover()).toBe(false);
  });

  it('forgets a journal that another release wrote in another shape', () => {
    localStorage.setItem('stagewright-draft:PV-01:a', '{"revision":1,"drawing":{"schema":0}}');
    expect(createDraftJournal('PV-01', localStorage, 'a').read()).toBeUndefined();
  });
});
