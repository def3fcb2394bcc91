import type { RailDefinition } from '../../definition/definition.ts';
import { placeOfStage } from './carry.ts';
import type { Fact, Operands } from '../contract/fact.ts';
import { openFrame } from './frame.ts';
import { closeIncident } from '../incidents/incidents.ts';
import { closeLeftOpen } from '../work/left-open.ts';
import { own } from '../state/own.ts';
import { dropSide } from './sides.ts';
import { measureSilence } from '../clocks/silences.ts';
import { closeTask, hasTask } from '../work/tasks.ts';
import { enqueue, refOf, setStep, stepOf, within, type Turn } from '../state/turn.ts';

type Why = Extract<Fact, { type: 'RailEnded' }>['why'];

/** Whether a stage is one of those beside which a rail runs. */
export function isBeside(turn: Turn, { from, to }: RailDefinition, stage: string): boolean {
  const { definition } = turn;
  const at = placeOfStage(definition, stage);
  return at >= 0 && placeOfStage(definition, from) <= at && at <= placeOfStage(definition, to);
}

/** A rail's trigger has fired: it starts, unless it runs, has run for good, or does not belong here. */
export function followRailTrigger(turn: Turn, rail: RailDefinition, operands?: Operands): void {
  const { state } = turn;
  const { id, again } = rail;
  if (own(state.sides ?? {}, id) || !isBeside(turn, rail, state.stage)) return;
  if (!again && own(state.visits, id) !== undefined) return;
  startRail(turn, rail, operands);
}

function startRail(turn: Turn, { id, steps }: RailDefinition, operands?: Operands): void {
  const { state, definition } = turn;
  const visit = (own(state.visits, id) ?? 0) + 1;
  state.visits[id] = visit;
  const side = { visit, enteredAt: turn.now, steps: {}, links: {} };
  state.sides = { ...state.sides, [id]: side };
  turn.frames.set(id, openFrame(definition, id, side));
  turn.facts.push({ type: 'RailStarted', rail: id, visit, ...(operands && { operands }) });
  within(turn, id, () => {
    for (const step of steps) setStep(turn, step.id, { status: 'pending', round: 1 });
    for (const step of steps) {
      if (!turn.frame.index?.incoming.has(step.id)) enqueue(turn, step.id, 'turn');
    }
  });
}

/** Ends a rail that runs: what it has under way is taken back. */
export function endRail(turn: Turn, id: string, why: Why): void {
  const side = own(turn.state.sides ?? {}, id);
  if (!side) return;
  within(turn, id, () => {
    for (const step of turn.frame.unsettled) cancelStep(turn, step);
    closeLeftOpen(turn, 'rail', null);
  });
  for (const incident of turn.state.incidents.filter((each) => each.frame === id)) {
    closeIncident(turn, incident, { as: 'cleared', by: null });
  }
  dropSide(turn, id);
  turn.frames.delete(id);
  turn.queue = turn.queue.filter(({ frame }) => frame !== id);
  turn.facts.push({ type: 'RailEnded', rail: id, visit: side.visit, why });
}

function cancelStep(turn: Turn, id: string): void {
  const { status } = stepOf(turn, id);
  const hadTask = hasTask(turn, id);
  closeTask(turn, id, { as: 'cancelled', why: 'rail', by: null });
  if (hadTask) turn.facts.push({ type: 'TaskCancelled', ...refOf(turn, id), why: 'rail' });
  else if (status !== 'pending') {
    turn.facts.push({ type: 'StepCancelled', ...refOf(turn, id), why: 'rail' });
  }
  setStep(turn, id, { status: 'cancelled' });
}

/**
 * Rails all of whose steps have come to an end are over. Only when nothing more can start: so rails
 * that set one another off cannot go in a circle.
 */
export function endDoneRails(turn: Turn): void {
  for (const { id } of turn.definition.rails ?? []) {
    if (turn.frames.get(id)?.unsettled.size === 0) endRail(turn, id, 'done');
  }
}

/** The deal goes to another stage, or to its end: rails that do not reach there are over. */
export function leaveRails(turn: Turn, to: string): void {
  for (const rail of turn.definition.rails ?? []) {
    if (isBeside(turn, rail, to)) continue;
    endRail(turn, rail.id, 'left');
    if (turn.state.silences) delete turn.state.silences[rail.id];
  }
}

/** The deal has entered a stage: silence begins to be measured where the deal was not before. */
export function enterRails(turn: Turn): void {
  for (const rail of turn.definition.rails ?? []) {
    if (rail.trigger.on !== 'silence' || !isBeside(turn, rail, turn.state.stage)) continue;
    if (!own(turn.state.silences ?? {}, rail.id)) measureSilence(turn, rail);
  }
}

/** An event breaks the silence of rails: those that run are over, and it is measured anew. */
export function breakSilence(turn: Turn, event: string): void {
  for (const rail of turn.definition.rails ?? []) {
    const { trigger } = rail;
    if (trigger.on !== 'silence' || !trigger.events.includes(event)) continue;
    if (!isBeside(turn, rail, turn.state.stage)) continue;
    endRail(turn, rail.id, 'event');
    measureSilence(turn, rail);
  }
}
