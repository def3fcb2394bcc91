import { forget, isRail, remember } from './done-steps.ts';
import { closeIncident, frameOf } from '../incidents/incidents.ts';
import { verdictOn } from '../steps/joins.ts';
import { hideOutputs } from '../fields/outputs.ts';
import { own } from '../state/own.ts';
import { stopWork } from '../steps/stop-work.ts';
import { definitionOf, enqueue, refOf, renewStep, stepOf, type Turn } from '../state/turn.ts';

/**
 * Sets steps of this frame back for another round (E13, E14): tasks are recalled with their drafts,
 * timers and incidents go, outputs are hidden (not what an approval before them is about), links are
 * to be resolved anew. What they did is remembered, so that their redo rule can keep it, except of
 * those that are to be done again.
 */
export function setBack(turn: Turn, steps: readonly string[], again: readonly string[]): void {
  rememberRound(turn, steps, again);
  closeLinkIncidents(turn, new Set(steps));
  const shown = approvedFields(turn, steps);
  for (const step of steps) resetStep(turn, step, shown.get(step));
  reopenLinks(turn, steps);
  dropEnded(turn, steps);
}

/** Sets a step back, and all that comes after it; the caller has the step itself looked at. */
export function resetFrom(turn: Turn, first: string): void {
  const steps = withDescendants(turn, first);
  setBack(turn, steps, [first]);
  for (const step of steps) {
    if (step !== first && verdictOn(turn, step) !== 'waits') enqueue(turn, step, 'turn');
  }
}

/** The step and what can be reached from it, as far as this frame has it, in drawn order. */
function withDescendants(turn: Turn, first: string): string[] {
  const { index, part } = turn.frame;
  const reached = new Set([first]);
  for (const id of reached) {
    for (const { to } of index?.outgoing.get(id) ?? []) reached.add(to);
  }
  const place = (id: string) => index?.place.get(id) ?? 0;
  return [...reached]
    .filter((id) => own(part.steps, id) !== undefined)
    .sort((a, b) => place(a) - place(b));
}

function rememberRound(turn: Turn, steps: readonly string[], again: readonly string[]): void {
  const { state, frame } = turn;
  if (isRail(turn)) forget(state, frame.id, steps);
  remember(turn, steps);
  const reopened = again.filter((id) => definitionOf(turn, id)?.redo !== 'never');
  forget(state, frame.id, reopened);
}

/**
 * What approvals that come anew are about, by the steps behind them which may have set it: it stays, for it
 * is what is approved next (E14). Hidden, it would come back behind the approval, and void it again.
 */
function approvedFields(turn: Turn, steps: readonly string[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { id, voidOn = [] } of turn.frame.index?.approvals ?? []) {
    if (voidOn.length === 0 || !steps.includes(id)) continue;
    for (const step of withDescendants(turn, id)) {
      fields.set(step, new Set([...(fields.get(step) ?? []), ...voidOn]));
    }
  }
  return fields;
}

function resetStep(turn: Turn, id: string, shown?: ReadonlySet<string>): void {
  const { status, requested, done } = stepOf(turn, id);
  const begun = status !== 'pending' || requested === true;
  stopWork(turn, id, { as: 'recalled', why: 'rework', by: null });
  if (done) hideOutputs(turn, id, shown);
  renewStep(turn, id);
  if (begun) turn.facts.push({ type: 'StepReset', ...refOf(turn, id) });
}

/** What was to follow from their end once the deal goes on (E19) does not: they end anew. */
function dropEnded({ state, frame }: Turn, steps: readonly string[]): void {
  if (!state.frozen) return;
  const { ended } = state.frozen;
  const isReset = (each: (typeof ended)[number]) =>
    each.frame === frame.id && steps.includes(each.step);
  state.frozen.ended = ended.filter((each) => !isReset(each));
}

function reopenLinks(turn: Turn, steps: readonly string[]): void {
  const { index, part, unresolved } = turn.frame;
  for (const id of steps) {
    unresolved.delete(id);
    for (const link of index?.outgoing.get(id) ?? []) {
      delete part.links[link.id];
      unresolved.delete(link.to);
    }
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
