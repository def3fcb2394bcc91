import { IconArrowBarRight } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { byName, type EditorKind } from '../editor-kind.ts';
import { LeaveForm } from './form.tsx';

/** What the screens of the editor show of the kind `leave`. */
export const leaveEditor: EditorKind<StepOf<'leave'>> = {
  icon: IconArrowBarRight,
  group: 'Automatic',
  named: ({ to }) => ({ target: to }),
  card: (_step, { named }) => ({ text: `to ${named}`, ports: [] }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: LeaveForm,
};
