import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { portsOf } from '#core/drawing/ports.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { BranchForm } from './form.tsx';

/** What the screens of the editor show of the kind `branch`. */
export const branchEditor: EditorKind<StepOf<'branch'>> = {
  icon: IconArrowsSplit2,
  group: 'People',
  named: namesNone,
  card: (step) => ({ ports: portsOf(step).map(({ label }) => label) }),
  cardShows: 'ports',
  isQuiet: true,
  bead: byName,
  form: BranchForm,
};
