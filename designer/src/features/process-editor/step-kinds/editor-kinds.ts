import type { Step, StepKind, StepOf } from '#core/drawing/step.ts';
import { approvalEditor } from './approval/editor.tsx';
import { assignEditor } from './assign/editor.tsx';
import { branchEditor } from './branch/editor.tsx';
import { eachEditor } from './each/editor.tsx';
import { emailEditor } from './email/editor.tsx';
import { leaveEditor } from './leave/editor.tsx';
import { noteEditor } from './note/editor.tsx';
import { notifyEditor } from './notify/editor.tsx';
import { processEditor } from './process/editor.tsx';
import { scoreEditor } from './score/editor.tsx';
import { taskEditor } from './task/editor.tsx';
import { updateEditor } from './update/editor.tsx';
import { waitEditor } from './wait/editor.tsx';
import { webhookEditor } from './webhook/editor.tsx';
import type { EditorKind } from './editor-kind.ts';

/** What the screens of the editor show of each kind. */
export const editorKinds: { [K in StepKind]: EditorKind<StepOf<K>> } = {
  task: taskEditor,
  approval: approvalEditor,
  each: eachEditor,
  email: emailEditor,
  wait: waitEditor,
  branch: branchEditor,
  update: updateEditor,
  assign: assignEditor,
  notify: notifyEditor,
  webhook: webhookEditor,
  score: scoreEditor,
  process: processEditor,
  leave: leaveEditor,
  note: noteEditor,
};

/** What the screens show of the kind of a step; its members take that step. */
export function editorKindOf(step: Step): EditorKind<Step> {
  // Each member fits its own kind, which TypeScript cannot follow through the lookup.
  return editorKinds[step.kind] as unknown as EditorKind<Step>;
}
