import { IconPencil } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { formatDuration } from '#core/time/duration.ts';
import { type NameOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { UpdateForm } from './form.tsx';

function updateText({ set, dates = [] }: StepOf<'update'>, nameOf: NameOf): string {
  const days = dates.map((one) => `${nameOf(one.field)} in ${formatDuration(one.in)}`);
  return [...set.map((one) => nameOf(one.field)), ...days].join(', ');
}

/** What the screens of the editor show of the kind `update`. */
export const updateEditor: EditorKind<StepOf<'update'>> = {
  icon: IconPencil,
  group: 'Automatic',
  named: namesNone,
  card: (step, { fieldOf }) => ({ text: updateText(step, fieldOf), ports: [] }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: UpdateForm,
};
