import { IconBell } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { recipientsText } from '../../properties/inputs/recipients-field.tsx';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { NotifyForm } from './form.tsx';

/** What the screens of the editor show of the kind `notify`. */
export const notifyEditor: EditorKind<StepOf<'notify'>> = {
  icon: IconBell,
  group: 'Automatic',
  named: namesNone,
  card: ({ to }, { directory }) => ({ text: `tell ${recipientsText(to, directory)}`, ports: [] }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: NotifyForm,
};
