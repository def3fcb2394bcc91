import { countTaken, disarm, forgetBetween, isBack } from '../doing-again/back.ts';
import { closeRun } from './close.ts';
import { closesRun } from '../state/ends.ts';
import { enterStage } from '../scopes/enter-stage.ts';
import type { Fact } from '../contract/fact.ts';
import { openIncident } from '../incidents/incidents.ts';
import { leaveStage, type Leaving } from '../scopes/leave-stage.ts';
import { leaveRails } from '../scopes/rails.ts';
import { setStep, visitOf, within, type Turn } from '../state/turn.ts';

/** More stage entries than this in one step of the engine are taken for a loop (E15). */
const maxEntries = 25;

type Left = Extract<Fact, { type: 'StageLeft' }>;

export interface Move extends Leaving, Pick<Left, 'via' | 'element' | 'mode' | 'operands'> {
  /** Rail whose `leave` step moves the deal. */
  frame?: string;
  reasons?: string[];
  note?: string | null;
  /** Going back: steps to do again besides those that the exit lists (E12). */
  redo?: string[];
}

/** Whether exits are disarmed until a person has looked: the run had gone in a circle (E15). */
export function isLooping(turn: Turn): boolean {
  return turn.state.incidents.some((incident) => incident.code === 'loop');
}

/** Leaves the stage for another or for an end. False when the move was refused as a loop (E15). */
export function move(turn: Turn, way: Move): boolean {
  const { to, via, element, mode, operands, by } = way;
  if (!closesRun(to) && turn.entries >= maxEntries) {
    if (!isLooping(turn)) openIncident(turn, { code: 'loop' }, []);
    return false;
  }
  const { stage } = turn.state;
  const visit = visitOf(turn.state);
  const exit = via === 'exit' ? exitOf(turn, element) : undefined;
  const goesBack = exit !== undefined && isBack(turn.definition, stage, to);
  leaveStage(turn, way);
  if (exit) countTaken(turn, exit);
  if (goesBack) forgetBetween(turn, to, stage, [...(exit.redo ?? []), ...(way.redo ?? [])]);
  if (via === 'leave') {
    within(turn, way.frame ?? stage, () => setStep(turn, element, { status: 'ended' }));
  }
  leaveRails(turn, to);
  const left = { type: 'StageLeft', stage, visit, to, via, element, mode, by } as const;
  turn.facts.push(operands ? { ...left, operands } : left);
  if (closesRun(to)) closeRun(turn, way);
  else enterStage(turn, to, { via, element, by });
  if (goesBack) disarm(turn);
  return true;
}

function exitOf(turn: Turn, id: string) {
  return turn.stage?.stage.exits.find((exit) => exit.id === id);
}
