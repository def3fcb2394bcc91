import { IconShieldCheck } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import type { NamedDirectory } from '../../state/editor-context.tsx';
import { dueOf, type StepWords, whoOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { ApprovalForm } from './form.tsx';

/** One approver by name; of several, how many it takes. */
function approversOf(
  { approvers, need }: StepOf<'approval'>,
  directory: NamedDirectory,
): NonNullable<StepWords['who']> {
  const [first, ...others] = approvers;
  const people = approvers.reduce((sum, one) => sum + (one.count ?? 1), 0);
  if (first && others.length === 0 && people === 1) return whoOf(first.to, directory);
  if (need === undefined || need === 'all') return { name: `all ${people} approve` };
  return { name: `${need} of ${people} ${need === 1 ? 'approves' : 'approve'}` };
}

/** What the screens of the editor show of the kind `approval`. */
export const approvalEditor: EditorKind<StepOf<'approval'>> = {
  icon: IconShieldCheck,
  group: 'People',
  named: namesNone,
  card: (step, { directory, fieldOf }) => ({
    who: approversOf(step, directory),
    ...dueOf(step, fieldOf),
    ports: [],
  }),
  cardShows: 'facts',
  isQuiet: false,
  bead: byName,
  form: ApprovalForm,
};
