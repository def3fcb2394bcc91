import type { LinkDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { isStage } from '../scopes/carry.ts';
import { forget, remember } from '../doing-again/done-steps.ts';
import type { Operands, StepOverReason } from '../contract/fact.ts';
import { closeStepIncidents, isOfLink, frameOf, openIncident } from '../incidents/incidents.ts';
import { unresolvedOf, verdictOn } from './joins.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import type { Ended } from '../state/run-state.ts';
import { fireRework } from '../doing-again/rework.ts';
import { definitionOf, enqueue, refOf, setStep, stepOf, type Turn } from '../state/turn.ts';
import { noteWork } from '../doing-again/work-done.ts';

/**
 * Ends a step by a port of its own, and resolves its links; a rework that starts here comes first
 * (E13). While frozen all of that waits (E19). `done` is false when its work was not done, as of a
 * mail that did not go.
 */
export function endStep(turn: Turn, id: string, port: string, done: boolean): void {
  closeStepIncidents(turn, id, null);
  setStep(turn, id, { status: 'ended', port, done });
  if (done) noteWork(turn, id);
  if (done && isLeftBehind(turn)) rememberCarried(turn, id);
  followNow(turn, { frame: turn.frame.id, step: id });
}

/**
 * Carried work is done where its stage was left already, so it is remembered here, for the deal to come
 * back to (E12). A rejection that leads nowhere is not: coming back, the approval is asked for anew.
 */
function rememberCarried(turn: Turn, id: string): void {
  const { index, part } = turn.frame;
  if (isHeldByRejection(index, part, definitionOf(turn, id)))
    forget(turn.state, turn.frame.id, [id]);
  else remember(turn, [id]);
}

/** What follows from a step's end, now or, while the deal is frozen, once it goes on (E19). */
function followNow(turn: Turn, ended: Ended): void {
  const { frozen } = turn.state;
  if (frozen) frozen.ended.push(ended);
  else followEnd(turn, ended);
}

/** What follows from a step's end: triggers for it, when its work was done, a rework, its links. */
export function followEnd(turn: Turn, { step: id, over }: Ended): void {
  if (stepOf(turn, id).done) turn.occurred.push({ on: 'step', stage: turn.frame.id, step: id });
  if (over || isLeftBehind(turn) || !fireRework(turn, id)) resolveLinks(turn, id);
}

/** Skips a step none of whose ways in is live, or too few (E5); its own links are dead with it (E1). */
export function skipStep(turn: Turn, id: string, why?: 'join'): void {
  setStep(turn, id, { status: 'skipped' });
  const because = why === undefined ? {} : { why };
  turn.facts.push({ type: 'StepSkipped', ...refOf(turn, id), ...because });
  killLinks(turn, id);
}

/** Links from a step; none lead on in a stage that was left (E11). */
function linksBehind(turn: Turn, id: string): LinkDefinition[] {
  return isLeftBehind(turn) ? [] : (turn.frame.index?.outgoing.get(id) ?? []);
}

/** Whether the frame at hand is what a stage that was left has under way (E11): nothing begins there. */
export function isLeftBehind({ definition, state, frame }: Turn): boolean {
  return frame.id !== state.stage && isStage(definition, frame.id);
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
  closeStepIncidents(turn, step.id, by);
  turn.facts.push({
    type: 'StepSteppedOver',
    ...refOf(turn, step.id),
    why,
    by,
    ...(reason == null ? {} : { reason }),
    ...(operands === undefined ? {} : { operands }),
  });
  setStep(turn, step.id, { status: 'ended', port: step.passPort, done: false });
  followNow(turn, { frame: turn.frame.id, step: step.id, over: true });
}

/** The links behind a step that has ended; those of a repeated task's first attempt are resolved. */
export function resolveLinks(turn: Turn, id: string): void {
  for (const link of linksBehind(turn, id)) resolveLink(turn, link);
}

/** The links behind a step that will not end by any port. */
export function killLinks(turn: Turn, id: string): void {
  for (const link of linksBehind(turn, id)) settleLink(turn, link, 'dead');
}

/** Reads a link once, when its source has ended; one that errs stays open, as an incident (E6). */
export function resolveLink(turn: Turn, link: LinkDefinition): void {
  if (isResolved(turn, link)) return;
  if (!fires(turn, link)) return settleLink(turn, link, 'dead');
  const reading = read(turn.state, link.when);
  if (!reading.ok) return stopLink(turn, link, reading);
  if (reading.value) return settleLink(turn, link, 'live');
  const { operands } = reading;
  turn.facts.push({ type: 'LinkCut', ...refOf(turn, link.from), link: link.id, operands });
  settleLink(turn, link, 'dead');
}

/** Whether a link is for the port that its source ended by, or for the end of a first attempt. */
function fires(turn: Turn, { from, ports }: LinkDefinition): boolean {
  const { port, attempt = 1, done } = stepOf(turn, from);
  if (ports.length === 0 || ports.includes(port ?? '')) return true;
  const step = definitionOf(turn, from);
  if (step?.kind !== 'task' || !step.repeat || !ports.includes('each')) return false;
  return attempt > 1 || done === true;
}

/** A link that errs is an incident, unless its join has begun without it (E5). */
function stopLink(
  turn: Turn,
  link: LinkDefinition,
  { code, operands }: { code: string; operands: Operands },
): void {
  if (stepOf(turn, link.to).status !== 'pending') return settleLink(turn, link, 'dead');
  const known = turn.state.incidents.some(
    (one) => isOfLink(one) && one.element === link.id && frameOf(turn, one) === turn.frame.id,
  );
  if (!known) openIncident(turn, { step: link.to, element: link.id, code }, operands);
}

function isResolved(turn: Turn, { id }: LinkDefinition): boolean {
  return own(turn.frame.part.links, id) !== undefined;
}

/** A link is live or dead, for good in this round; who waits for it may have its turn now. */
export function settleLink(turn: Turn, link: LinkDefinition, as: 'live' | 'dead'): void {
  if (isResolved(turn, link)) return;
  const { to } = link;
  const open = unresolvedOf(turn, to) - 1;
  turn.frame.part.links[link.id] = as;
  turn.frame.unresolved.set(to, open);
  if (open > 0 && (!definitionOf(turn, to)?.join || verdictOn(turn, to) === 'waits')) return;
  if (stepOf(turn, to).status === 'pending') enqueue(turn, to, 'turn');
}
