import type { EventOf } from '../contract/event.ts';
import type { Frame } from '../scopes/frame.ts';
import { endInVain } from '../steps/in-vain.ts';
import { endStep } from '../steps/links.ts';
import { placeOf } from '../state/occurrence.ts';
import { breakSilence } from '../scopes/rails.ts';
import { definitionOf, refOf, stepOf, within, type Turn } from '../state/turn.ts';
import { endWait } from '../../step-kinds/wait/waits.ts';

/** The relay says what became of a mail; about a step that has been left it says nothing new (E2, E27). */
export function settleMail(turn: Turn, { mail, result, why, by }: EventOf<'mailResult'>): void {
  if (placeOf(turn.definition, turn.state, mail) !== 'now') return;
  if (definitionOf(turn, mail.step)?.kind !== 'email') return;
  if (stepOf(turn, mail.step).status !== 'running') return;
  turn.facts.push({
    type: 'MailSettled',
    ...refOf(turn, mail.step),
    result,
    ...(why === undefined ? {} : { why }),
    ...(by === undefined ? {} : { by }),
  });
  if (result === 'sent') endStep(turn, mail.step, result, true);
  else endInVain(turn, mail.step, result, `mail:${why ?? 'unknown'}`);
}

/** It is recorded wherever the deal is by now; what comes of it the relay reports. */
export function noteMailDecision(turn: Turn, { mail, decision, by }: EventOf<'mailDecided'>): void {
  turn.facts.push({ type: 'MailDecided', ...mail, decision, by });
}

/** An external event; while frozen it waits (E19). */
export function receiveExternal(turn: Turn, { name }: EventOf<'external'>): void {
  if (isReceived(turn, name)) deliver(turn, name);
}

/**
 * An event that an escalation raises reaches waits and exits alone: what it may not set in motion
 * is the clock that raises it.
 */
export function raiseEvent(turn: Turn, name: string): void {
  if (isReceived(turn, name)) reach(turn, name);
}

/** Records an event; false when it has to wait. */
function isReceived(turn: Turn, name: string): boolean {
  const { frozen } = turn.state;
  const reached = frozen ? [] : waitsForEvent(turn, name).map(({ step }) => step);
  turn.facts.push({ type: 'EventReceived', name, reached });
  frozen?.events.push(name);
  return frozen === undefined;
}

/** An event breaks silences and sets clocks and rails in motion, besides what it reaches. */
export function deliver(turn: Turn, name: string): void {
  breakSilence(turn, name);
  turn.occurred.push({ on: 'event', event: name });
  reach(turn, name);
}

/** An event reaches every wait for it, then the exits drawn for it (E9, E17). */
function reach(turn: Turn, name: string): void {
  const isAwaited = [...turn.frames.values()].some((frame) => frame.index?.awaited.has(name));
  if (isAwaited) turn.state.events[name] = turn.now;
  const waits = waitsForEvent(turn, name);
  for (const { frame, step } of waits) within(turn, frame, () => endWait(turn, step, 'event'));
  callExits(turn, name);
}

function waitsForEvent(turn: Turn, name: string): { frame: string; step: string }[] {
  return [...turn.frames.values()].flatMap((frame) => waitsFor(frame, name));
}

function waitsFor({ id, index, stepOf }: Frame, event: string): { frame: string; step: string }[] {
  return (index?.stage.steps ?? []).flatMap((step) => {
    if (step.kind !== 'wait' || !('event' in step) || step.event !== event) return [];
    return stepOf(step.id).status === 'waiting' ? [{ frame: id, step: step.id }] : [];
  });
}

/** Calls the exits drawn for an event; they are looked at when nothing more can start. */
export function callExits(turn: Turn, event: string): void {
  if (turn.state.frozen) {
    turn.state.frozen.events.push(event);
    return;
  }
  for (const exit of turn.stage?.stage.exits ?? []) {
    if (exit.mode === 'event' && exit.event === event) turn.called.add(exit.id);
  }
}
