import { IconStack2 } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { dueOf, type StepWords, whoOf } from '../card-parts.ts';
import { byName, type CardNames, type EditorKind, namesNone } from '../editor-kind.ts';
import { EachForm } from './form.tsx';

/** The list and who does each item; departments do their own. */
function itemsOf(
  { over, assign }: StepOf<'each'>,
  { directory, fieldOf }: CardNames,
): Pick<StepWords, 'text' | 'who'> {
  if (over.kind === 'list') return { text: fieldOf(over.field), who: whoOf(assign, directory) };
  const { length } = over.departments;
  return { text: `${length} ${length === 1 ? 'department' : 'departments'}` };
}

/** What the screens of the editor show of the kind `each`. */
export const eachEditor: EditorKind<StepOf<'each'>> = {
  icon: IconStack2,
  group: 'People',
  named: namesNone,
  card: (step, names) => ({ ...itemsOf(step, names), ...dueOf(step, names.fieldOf), ports: [] }),
  cardShows: 'facts',
  isQuiet: false,
  bead: byName,
  form: EachForm,
};
