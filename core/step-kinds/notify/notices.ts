import { endStep } from '../../run/steps/links.ts';
import { refOf, stepEffectKey, type Turn } from '../../run/state/turn.ts';
import type { DefinitionOf } from '../drawn-kinds.ts';

/** Tells people, and ends at once. */
export function beginNotify(turn: Turn, { to, id }: DefinitionOf<'notify'>): void {
  const key = stepEffectKey(turn, 'notify', id);
  const step = refOf(turn, id);
  turn.effects.push({ key, kind: 'notify', to, owner: turn.state.owner, step });
  turn.facts.push({ type: 'Notified', ...step });
  endStep(turn, id, 'done', true);
}
