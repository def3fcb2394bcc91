import { validate } from '#core/definition/validate.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { createEditorStore } from '../state/editor-store.ts';
import type { Editor, NamedDirectory } from '../state/editor-context.tsx';
import { createFocusStore } from '../state/focus-store.ts';
import { createLiveStore } from '../state/live-store.ts';
import { createProblemStore, putProblems } from '../state/problem-store.ts';
import { sampleDrawing } from './sample-drawing.ts';

export const sampleDirectory: NamedDirectory = {
  departments: [
    { key: 'technical', name: 'Technicians', members: 3, lead: 'tina', calendar: 'office' },
    { key: 'analysis', name: 'Business analysis', members: 7, lead: 'anna', calendar: 'office' },
  ],
  people: [
    { id: 'tina', name: 'Tina Nowak', active: true },
    { id: 'anna', name: 'Anna Lis', active: true },
  ],
  calendars: [{ key: 'office', name: 'PL office', workingTime: true }],
};

// What text areas that grow ask for, and jsdom lacks.
if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });

/** An open editor with real stores, and what it told. */
export function sampleEditor(drawing: Drawing = sampleDrawing()) {
  const told: string[] = [];
  const editor: Editor = {
    processKey: 'PV-01',
    directory: sampleDirectory,
    store: createEditorStore({ drawing, tell: (text) => told.push(text), now: () => 0 }),
    problems: createProblemStore(),
    live: createLiveStore(),
    focus: createFocusStore(),
  };
  putProblems(editor.problems, validate(drawing, sampleDirectory));
  return { editor, told, state: () => editor.store.getState() };
}
