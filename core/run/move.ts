import { enterStage } from './enter-stage.ts';
import type { Fact } from './fact.ts';
import { openIncident } from './incidents.ts';
import { leaveStage, type Leaving } from './leave-stage.ts';
import { endWithDeal } from './end-with-deal.ts';
import { leaveRails } from './rails.ts';
import { stageIndex } from './stage-index.ts';
import { setStep, visitOf, within, type Turn } from './turn.ts';

/** More stage entries than this in one step of the engine are taken for a loop (E15). */
const maxEntries = 25;

type Left = Extract<Fact, { type: 'StageLeft' }>;

export interface Move extends Leaving, Pick<Left, 'to' | 'via' | 'element' | 'mode' | 'operands'> {
  /** Rail whose `leave` step moves the deal. */
  frame?: string;
  reasons?: string[];
  note?: string | null;
}

export function isEnd(target: string): target is 'won' | 'lost' {
  return target === 'won' || target === 'lost';
}

/** Whether a target can be gone to at all. */
export function isTarget(turn: Turn, to: string): boolean {
  return isEnd(to) || stageIndex(turn.definition, to) !== undefined;
}

/** Whether exits are disarmed until a person has looked: the run had gone in a circle (E15). */
export function isLooping(turn: Turn): boolean {
  return turn.state.incidents.some((incident) => incident.code === 'loop');
}

/** Leaves the stage for another or for an end. False when the move was refused as a loop (E15). */
export function move(turn: Turn, way: Move): boolean {
  const { to, via, element, mode, operands, by } = way;
  if (!isEnd(to) && turn.entries >= maxEntries) {
    if (!isLooping(turn)) openIncident(turn, { code: 'loop' }, []);
    return false;
  }
  const { stage } = turn.state;
  const visit = visitOf(turn.state);
  leaveStage(turn, way);
  if (via === 'leave') {
    within(turn, way.frame ?? stage, () => setStep(turn, element, { status: 'ended' }));
  }
  leaveRails(turn, to);
  const left = { type: 'StageLeft', stage, visit, to, via, element, mode, by } as const;
  turn.facts.push(operands ? { ...left, operands } : left);
  if (isEnd(to)) close(turn, to, way);
  else enterStage(turn, to, { via, element, by });
  return true;
}

function close(turn: Turn, outcome: 'won' | 'lost', { reasons = [], note, by }: Move): void {
  turn.state.status = outcome;
  turn.state.outcome = { kind: outcome, reasons };
  turn.state.events = {};
  endWithDeal(turn, outcome);
  turn.queue = [];
  turn.occurred = [];
  turn.changed.clear();
  turn.called.clear();
  turn.facts.push({
    type: 'RunClosed',
    outcome,
    reasons,
    by,
    ...(note === undefined ? {} : { note }),
  });
}
