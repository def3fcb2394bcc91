import type { LinkDefinition } from '../definition/definition.ts';
import type { StepDefinition } from '../definition/step-definition.ts';
import type { Operands, StepOverReason } from './fact.ts';
import { openIncident } from './incidents.ts';
import { own } from './own.ts';
import { read } from './reading.ts';
import { enqueue, refOf, setStep, stepOf, type Turn } from './turn.ts';

/**
 * Ends a step by a port and resolves its links; while frozen they wait (E19). `done` is false when
 * it was stepped over.
 */
export function endStep(turn: Turn, id: string, port: string, done: boolean): void {
  setStep(turn, id, { status: 'ended', port, done });
  const { frozen } = turn.state;
  if (frozen) frozen.ended.push({ frame: turn.frame.id, step: id });
  else followEnd(turn, id);
}

/** What follows from a step's end: triggers for it, when its work was done, and its links. */
export function followEnd(turn: Turn, id: string): void {
  if (stepOf(turn, id).done) turn.occurred.push({ on: 'step', stage: turn.frame.id, step: id });
  for (const link of turn.frame.index?.outgoing.get(id) ?? []) resolveLink(turn, link);
}

/** Skips a step none of whose ways in is live; its own links are dead with it (E1). */
export function skipStep(turn: Turn, id: string): void {
  setStep(turn, id, { status: 'skipped' });
  turn.facts.push({ type: 'StepSkipped', ...refOf(turn, id) });
  for (const link of turn.frame.index?.outgoing.get(id) ?? []) settleLink(turn, link, 'dead');
}

export interface SteppingOver {
  why: StepOverReason;
  by: string | null;
  reason?: string | null;
  operands?: Operands;
}

/** Steps over a step: it ends by its pass port, and the path behind it goes on (E1). */
export function stepOver(turn: Turn, step: StepDefinition, how: SteppingOver): void {
  const { why, by, reason, operands } = how;
  turn.facts.push({
    type: 'StepSteppedOver',
    ...refOf(turn, step.id),
    why,
    by,
    ...(reason == null ? {} : { reason }),
    ...(operands === undefined ? {} : { operands }),
  });
  endStep(turn, step.id, step.passPort, false);
}

/** Reads a link once, when its source has ended; one that errs stays open, as an incident (E6). */
export function resolveLink(turn: Turn, link: LinkDefinition): void {
  const { port } = stepOf(turn, link.from);
  if (link.ports.length > 0 && !link.ports.includes(port ?? '')) {
    return settleLink(turn, link, 'dead');
  }
  const reading = read(turn.state, link.when);
  if (!reading.ok) {
    const { code, operands } = reading;
    return openIncident(turn, { step: link.to, element: link.id, code }, operands);
  }
  if (reading.value) return settleLink(turn, link, 'live');
  const { operands } = reading;
  turn.facts.push({ type: 'LinkCut', ...refOf(turn, link.from), link: link.id, operands });
  settleLink(turn, link, 'dead');
}

/** Settles a link; with the last of them the turn of the step it leads to has come. */
export function settleLink(turn: Turn, link: LinkDefinition, as: 'live' | 'dead'): void {
  const open = unresolvedOf(turn, link.to) - 1;
  turn.frame.part.links[link.id] = as;
  turn.frame.unresolved.set(link.to, open);
  if (open === 0) enqueue(turn, link.to, 'turn');
}

function unresolvedOf(turn: Turn, step: string): number {
  const { unresolved, index, part } = turn.frame;
  const known = unresolved.get(step);
  if (known !== undefined) return known;
  const incoming = index?.incoming.get(step) ?? [];
  return incoming.filter((link) => own(part.links, link.id) === undefined).length;
}

/** Whether all of a step's links are in and none of them is live. */
export function isDead(turn: Turn, step: string): boolean {
  const { index, part } = turn.frame;
  const incoming = index?.incoming.get(step) ?? [];
  return incoming.length > 0 && incoming.every((l) => own(part.links, l.id) === 'dead');
}
