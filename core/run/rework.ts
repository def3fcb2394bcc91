import type { LinkDefinition } from '../definition/definition.ts';
import { forget, isRail, remember } from './done-steps.ts';
import { closeIncident, frameOf, openIncident } from './incidents.ts';
import { verdictOn } from './joins.ts';
import { hideOutputs } from './outputs.ts';
import { own } from './own.ts';
import { read } from './reading.ts';
import type { StageIndex } from './stage-index.ts';
import { stopWork } from './stop-work.ts';
import { definitionOf, enqueue, refOf, renewStep, setStep, stepOf, type Turn } from './turn.ts';

/**
 * A step has ended by a port of its own: the first of its rework links that is for this port and
 * whose condition holds starts another round (E13). True when the step's other links must wait: for
 * that round, for a condition that errs, or for a person because the link was used up.
 */
export function fireRework(turn: Turn, id: string): boolean {
  const { port } = stepOf(turn, id);
  for (const link of turn.frame.index?.reworks.get(id) ?? []) {
    if (link.ports.length > 0 && !link.ports.includes(port ?? '')) continue;
    const reading = read(turn.state, link.when);
    const { operands } = reading;
    if (!reading.ok) {
      setStep(turn, id, { status: 'incident' });
      openIncident(turn, { step: id, element: link.id, code: reading.code }, operands);
      return true;
    }
    if (reading.value) return sendBack(turn, link);
    turn.facts.push({ type: 'LinkCut', ...refOf(turn, id), link: link.id, operands });
  }
  return false;
}

function sendBack(turn: Turn, link: LinkDefinition): true {
  const { from, id } = link;
  if (usesOf(turn, link) < (link.rework ?? 0)) startRework(turn, link);
  else {
    setStep(turn, from, { status: 'incident' });
    openIncident(turn, { step: from, code: 'rework-cap', rework: id }, []);
  }
  return true;
}

/** Another round of the target, the sender and all behind them, whatever the limit says. */
export function startRework(turn: Turn, link: LinkDefinition): void {
  const { id, from, to, rework: max = 0 } = link;
  const count = usesOf(turn, link) + 1;
  turn.state.reworks = { ...turn.state.reworks, [id]: count };
  turn.facts.push({ type: 'ReworkStarted', ...refOf(turn, from), to, link: id, count, max });
  startRound(turn, turn.frame.index?.resets.get(id) ?? [], [to, from]);
}

/**
 * Sets these steps of the frame back, a step and all behind it. Those to reopen are done again unless
 * their redo rule is `never`, the first of them whatever its links say; the others may be kept.
 */
export function startRound(turn: Turn, steps: string[], reopened: string[]): void {
  rememberRound(turn, steps, reopened);
  closeLinkIncidents(turn, new Set(steps));
  for (const step of steps) resetStep(turn, step);
  reopenLinks(turn, steps);
  for (const step of steps) {
    const verdict = verdictOn(turn, step);
    if (verdict !== 'waits') enqueue(turn, step, step === reopened[0] ? 'when' : 'turn');
  }
}

/** A rework link of a stage or rail by its id. */
export function reworkLink(index: StageIndex | undefined, id: string): LinkDefinition | undefined {
  return [...(index?.reworks.values() ?? [])].flat().find((link) => link.id === id);
}

function usesOf(turn: Turn, { id }: LinkDefinition): number {
  return own(turn.state.reworks ?? {}, id) ?? 0;
}

function rememberRound(turn: Turn, steps: string[], reopened: string[]): void {
  const { state, frame } = turn;
  if (isRail(turn)) forget(state, frame.id, steps);
  remember(turn, steps);
  const again = reopened.filter((id) => definitionOf(turn, id)?.redo !== 'never');
  forget(state, frame.id, again);
}

function resetStep(turn: Turn, id: string): void {
  const { status, requested, done } = stepOf(turn, id);
  const begun = status !== 'pending' || requested === true;
  stopWork(turn, id, { as: 'recalled', why: 'rework', by: null });
  if (done) hideOutputs(turn, id);
  renewStep(turn, id);
  if (begun) turn.facts.push({ type: 'StepReset', ...refOf(turn, id) });
}

function reopenLinks(turn: Turn, steps: string[]): void {
  const { index, part, unresolved } = turn.frame;
  for (const id of steps) {
    unresolved.delete(id);
    for (const link of index?.outgoing.get(id) ?? []) delete part.links[link.id];
  }
}

/** Links that start at a step being reset are read again later: what stopped them is over. */
function closeLinkIncidents(turn: Turn, steps: ReadonlySet<string>): void {
  for (const incident of turn.state.incidents.slice()) {
    const { element, step } = incident;
    if (element === undefined || step === undefined) continue;
    if (frameOf(turn, incident) !== turn.frame.id) continue;
    const from = turn.frame.index?.links.get(element)?.from;
    if (from !== undefined && steps.has(from)) {
      closeIncident(turn, incident, { as: 'cleared', by: null });
    }
  }
}
