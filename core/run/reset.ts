import { closeIncident, frameOf, isOfLink } from './incidents.ts';
import { own } from './own.ts';
import { closeTask } from './tasks.ts';
import { definitionOf, refOf, setStep, stepOf, type Turn } from './turn.ts';

/**
 * Sets a step of this frame back, and all that comes after it, for another round: tasks are recalled
 * with their drafts, timers and incidents go, links are to be resolved anew. Results that are still
 * under way belong to the old round. Nothing is started; the caller has the step looked at.
 */
export function resetFrom(turn: Turn, first: string): void {
  const steps = withDescendants(turn, first);
  for (const id of steps) resetStep(turn, id);
  for (const id of steps) {
    for (const link of turn.frame.index?.outgoing.get(id) ?? []) {
      delete turn.frame.part.links[link.id];
      turn.frame.unresolved.delete(link.to);
    }
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

function resetStep(turn: Turn, id: string): void {
  const { status, round, visit, assign, notBy } = stepOf(turn, id);
  clearIncidents(turn, id);
  if (status === 'pending') return;
  closeTask(turn, id, { as: 'recalled', why: 'reset', by: null });
  const step = definitionOf(turn, id);
  const keepsAssign = assign && step?.kind === 'task' && !step.assignCases;
  delete turn.frame.part.steps[id];
  setStep(turn, id, {
    status: 'pending',
    round: round + 1,
    ...(visit === undefined ? {} : { visit }),
    ...(keepsAssign ? { assign } : {}),
    ...(notBy ? { notBy } : {}),
  });
  turn.facts.push({ type: 'StepReset', ...refOf(turn, id) });
}

/** Incidents of the step, and of the links that lead from it. */
function clearIncidents(turn: Turn, id: string): void {
  const links = new Set((turn.frame.index?.outgoing.get(id) ?? []).map((link) => link.id));
  const frame = turn.frame.id;
  for (const incident of turn.state.incidents.slice()) {
    const isOfStep = isOfLink(incident) ? links.has(incident.element ?? '') : incident.step === id;
    if (frameOf(turn, incident) === frame && isOfStep)
      closeIncident(turn, incident, { as: 'cleared', by: null });
  }
}
