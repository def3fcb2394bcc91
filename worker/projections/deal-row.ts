import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { stepAll } from '#core/run/step.ts';
import { effectsOf, type Turn } from '../activities/batch/turn.ts';
import { holdAndRiskOf } from './hold-and-risk.ts';

/** The deal's row as the board and the deal page read it: the run's state after this batch. */
export async function projectDeal(turn: Turn): Promise<void> {
  const { tx, batch, deal, changes } = turn;
  const { state } = batch;
  await tx.deal.update({
    where: { id: batch.dealId },
    data: {
      ...turn.dealColumns,
      ...positionOf(turn),
      ...holdAndRiskOf(turn),
      ...(await outcomeOf(turn)),
      ownerId: turn.answers?.owner ?? state.owner,
      seq: batch.seq,
      runState: armed(turn) as object,
    },
    select: { id: true },
  });
  changes.add('deal', batch.dealId);
  changes.add('board', deal.processKey);
}

/** With the dues just answered, which the run takes in without another batch. */
function armed({ batch, answers, version }: Turn): RunState {
  if (!answers) return batch.state;
  const event = { id: `answers:${batch.seq}`, kind: 'answers', answers } as const;
  const next = stepAll(version.definition, batch.state, [event], batch.now);
  return next.effects.length > 0 || next.facts.length > 0 ? batch.state : next.state;
}

function positionOf(turn: Turn) {
  const { state } = turn.batch;
  return {
    state: stateOf(state),
    stage: state.stage,
    visit: state.visits[state.stage] ?? 0,
    stageEnteredAt: new Date(state.enteredAt),
    stageDueAt: stageDue(turn),
    probability: probabilityOf(turn),
  };
}

/** One that goes on in another process is open until it does, which is in this batch, or with an incident. */
function stateOf({ status, freezes = [] }: RunState): string {
  if (status === 'new') return 'starting';
  if (status === 'continued') return 'open';
  return status === 'open' && freezes.length > 0 ? 'on_hold' : status;
}

function probabilityOf({ batch: { state }, version }: Turn): number {
  switch (state.status) {
    case 'won':
    case 'finished':
      return 100;
    case 'lost':
      return 0;
    default:
      return drawnStage(version.drawing, state.stage)?.probability ?? 0;
  }
}

/** Known to the state, or just answered; a closed deal is due no more, nor one whose clock stands. */
function stageDue(turn: Turn): Date | null {
  const { state } = turn.batch;
  const clock = state.clocks.find(
    ({ stage, step, process }) => !step && !process && stage === state.stage,
  );
  if (!clock || state.status !== 'open' || clock.pauses?.length) return null;
  const asked = effectsOf(turn, 'startClock').some((e) => e.clock === clock.id);
  const answer = turn.answers?.clocks.find((a) => a.clock === clock.id && a.cycle === clock.cycle);
  const due = asked ? answer?.due : clock.due;
  return due === undefined ? null : new Date(due);
}

async function outcomeOf({ tx, batch, at }: Turn) {
  const closed = batch.facts.find(
    (fact): fact is Extract<Fact, { type: 'RunClosed' }> => fact.type === 'RunClosed',
  );
  if (!closed || closed.outcome === 'continued') return {};
  const note = closed.note
    ? await tx.submission.findUnique({ where: { id: closed.note }, select: { values: true } })
    : null;
  return {
    closedAt: at,
    outcomeReasons: closed.reasons,
    outcomeNote: (note?.values as { text?: string } | undefined)?.text ?? null,
  };
}
