import { IconCheckbox } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { choiceOf, dueOf, whoOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { TaskForm } from './form.tsx';

/** What the screens of the editor show of the kind `task`. */
export const taskEditor: EditorKind<StepOf<'task'>> = {
  icon: IconCheckbox,
  group: 'People',
  named: namesNone,
  card: (step, { directory, fieldOf }) => ({
    who: whoOf(step.assign, directory),
    ...dueOf(step, fieldOf),
    ports: choiceOf(step),
  }),
  cardShows: 'facts',
  isQuiet: false,
  bead: byName,
  form: TaskForm,
};
