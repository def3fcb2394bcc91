import { effectsOf, type Turn } from '../activities/batch/turn.ts';

/** What is written with the deal's row. */
export const dealEffects = ['freeze', 'markAtRisk', 'setOwner'] as const;

/** Columns of the deal's row about holds and risk: until when, why and by whom; which clock is late. */
export function holdAndRiskOf(turn: Turn) {
  return { ...holdOf(turn), ...riskOf(turn) };
}

/** The hold of a person stands in the state; its reason came with the effect. */
function holdOf(turn: Turn) {
  const hold = turn.batch.state.freezes?.find(({ id }) => id === 'hold');
  if (!hold) return { heldUntil: null, holdReason: null, heldById: null };
  const effect = effectsOf(turn, 'freeze').findLast(({ freeze }) => freeze === 'hold');
  return {
    heldUntil: hold.until === undefined ? null : new Date(hold.until),
    ...(effect && { holdReason: effect.reason ?? null, heldById: effect.by }),
  };
}

/** A deal is at risk for as long as the clock runs whose escalation said so. */
function riskOf(turn: Turn) {
  const { clocks, status } = turn.batch.state;
  const marked = effectsOf(turn, 'markAtRisk').at(-1)?.clock ?? turn.deal.atRiskClock;
  const runs = status === 'open' && clocks.some(({ id }) => id === marked);
  return { atRiskClock: runs ? marked : null };
}
