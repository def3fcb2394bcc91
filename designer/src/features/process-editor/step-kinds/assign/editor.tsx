import { IconUserShare } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { whoOf } from '../card-parts.ts';
import { byName, type EditorKind } from '../editor-kind.ts';
import { AssignForm } from './form.tsx';

/** What the screens of the editor show of the kind `assign`. */
export const assignEditor: EditorKind<StepOf<'assign'>> = {
  icon: IconUserShare,
  group: 'Automatic',
  named: ({ what }) => (what === 'deal' ? 'none' : what),
  card: ({ to }, { directory, named }) => ({
    text: named === '' ? 'to' : `${named} to`,
    who: whoOf(to, directory),
    ports: [],
  }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: AssignForm,
};
