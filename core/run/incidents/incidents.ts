import type { IncidentChoice } from '../contract/event.ts';
import type { IncidentEnd, Operands } from '../contract/fact.ts';
import { onward } from '../ways-out/follow-ups.ts';
import type { Incident } from '../state/run-state.ts';
import { refOf, setStep, type Turn } from '../state/turn.ts';

/**
 * What can be chosen at an incident: a link, an exit and a loop can only be tried again; a rework
 * that was used up goes on once more, lets the sender pass, or ends the deal (E13). A deal that cannot go
 * on in another process may be lost instead. What nobody may decide can be put to the managers (E3). A
 * result that fits no field comes once: it is passed over (E29).
 */
export function choicesOf(incident: Incident): IncidentChoice[] {
  if (incident.follows === onward) return ['retry', 'lost'];
  if (incident.at === 'result') return ['skip'];
  if (incident.code === 'no-decider') return ['askManagers', 'retry', 'skip'];
  if (incident.code === 'rework-cap') return ['oneMore', 'skip', 'lost'];
  return incident.element !== undefined || incident.code === 'loop' ? ['retry'] : ['retry', 'skip'];
}

/** What had stopped a step of this frame is over: it ends otherwise, or begins anew. */
export function closeStepIncidents(turn: Turn, step: string, by: string | null): void {
  for (const incident of turn.state.incidents.slice()) {
    if (incident.step !== step || frameOf(turn, incident) !== turn.frame.id) continue;
    const { element } = incident;
    const isBefore = element !== undefined && turn.frame.index?.links.has(element);
    if (!isBefore) closeIncident(turn, incident, { as: 'cleared', by });
  }
}

/** Whether the condition of a link has erred; else, with an element, that of an exit. */
export function isOfLink({ element, step }: Incident): boolean {
  return element !== undefined && step !== undefined;
}

/** The stage or rail that an incident belongs to. */
export function frameOf(turn: Turn, { frame }: Incident): string {
  return frame ?? turn.state.stage;
}

/** Opens an incident of this frame: it stops its step, link, exit or clock, nothing else. */
export function openIncident(turn: Turn, about: Omit<Incident, 'id'>, operands: Operands): void {
  const id = `i${(turn.state.counters.incident += 1)}`;
  const stage = turn.frame.id;
  const incident = { ...about, id, ...(stage === turn.state.stage ? {} : { frame: stage }) };
  const { code, step } = about;
  turn.state.incidents.push(incident);
  turn.facts.push({
    type: 'IncidentOpened',
    incident: id,
    stage,
    code,
    operands,
    ...(step === undefined ? {} : { step }),
  });
  turn.effects.push({
    key: `incident:${id}`,
    kind: 'openIncident',
    incident: id,
    stage,
    code,
    operands,
    choices: choicesOf(incident),
    ...(step === undefined ? {} : { step: refOf(turn, step) }),
  });
}

/** Stops a step where it is, until what it could not read or do is tried again. */
export function stopAtIncident(
  turn: Turn,
  step: string,
  at: NonNullable<Incident['at']>,
  { code, operands, offer }: Pick<Incident, 'code' | 'offer'> & { operands: Operands },
): void {
  setStep(turn, step, { status: 'incident' });
  openIncident(turn, { step, at, ...(offer && { offer }), code }, operands);
}

export interface Resolution {
  as: IncidentEnd;
  by: string | null;
  reason?: string | null;
}

export function closeIncident(turn: Turn, incident: Incident, how: Resolution): void {
  const { as, by, reason } = how;
  const { incidents } = turn.state;
  const at = incidents.findIndex((each) => each.id === incident.id);
  if (at < 0) return;
  incidents.splice(at, 1);
  turn.facts.push({
    type: 'IncidentResolved',
    incident: incident.id,
    as,
    by,
    ...(reason == null ? {} : { reason }),
  });
  turn.effects.push({
    key: `resolve:${incident.id}`,
    kind: 'closeIncident',
    incident: incident.id,
    as,
    by,
  });
}
