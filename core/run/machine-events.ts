import type { RunEvent } from './event.ts';
import type { Frame } from './frame.ts';
import { endStep } from './links.ts';
import { placeOf } from './occurrence.ts';
import { definitionOf, refOf, stepOf, within, type Turn } from './turn.ts';
import { endWait } from './waits.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** The relay says what became of a mail; about a step that has been left it says nothing new (E2). */
export function settleMail(turn: Turn, { mail, result, why }: Of<'mailResult'>): void {
  if (placeOf(turn.definition, turn.state, mail) !== 'now') return;
  if (definitionOf(turn, mail.step)?.kind !== 'email') return;
  if (stepOf(turn, mail.step).status !== 'running') return;
  turn.facts.push({
    type: 'MailSettled',
    ...refOf(turn, mail.step),
    result,
    ...(why === undefined ? {} : { why }),
  });
  endStep(turn, mail.step, result, result === 'sent');
}

/** An external event reaches every wait for it, then the exits drawn for it (E9, E17). */
export function receiveExternal(turn: Turn, { name }: Of<'external'>): void {
  const waits = [...turn.frames.values()].flatMap((frame) => waitsFor(frame, name));
  if (turn.stage?.awaited.has(name)) turn.state.events[name] = turn.now;
  turn.facts.push({ type: 'EventReceived', name, reached: waits.map(({ step }) => step) });
  for (const { frame, step } of waits) within(turn, frame, () => endWait(turn, step, 'event'));
  callExits(turn, name);
}

function waitsFor({ id, index, stepOf }: Frame, event: string): { frame: string; step: string }[] {
  return (index?.stage.steps ?? []).flatMap((step) => {
    if (step.kind !== 'wait' || !('event' in step) || step.event !== event) return [];
    return stepOf(step.id).status === 'waiting' ? [{ frame: id, step: step.id }] : [];
  });
}

/** Calls the exits drawn for an event; they are looked at when nothing more can start. */
export function callExits(turn: Turn, event: string): void {
  for (const exit of turn.stage?.stage.exits ?? []) {
    if (exit.mode === 'event' && exit.event === event) turn.called.add(exit.id);
  }
}
