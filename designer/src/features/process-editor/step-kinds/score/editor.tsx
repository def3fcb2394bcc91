import { IconScoreboard } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { type NameOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { ScoreForm } from './form.tsx';

function scoreText({ rules, field }: StepOf<'score'>, nameOf: NameOf): string {
  return `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'} into ${nameOf(field)}`;
}

/** What the screens of the editor show of the kind `score`. */
export const scoreEditor: EditorKind<StepOf<'score'>> = {
  icon: IconScoreboard,
  group: 'Automatic',
  named: namesNone,
  card: (step, { fieldOf }) => ({ text: scoreText(step, fieldOf), ports: [] }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: ScoreForm,
};
