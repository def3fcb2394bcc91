import { IconNote } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { NoteForm } from './form.tsx';

/** What the screens of the editor show of the kind `note`. */
export const noteEditor: EditorKind<StepOf<'note'>> = {
  icon: IconNote,
  group: 'People',
  named: namesNone,
  card: ({ text }) => ({ text, ports: [] }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: NoteForm,
};
