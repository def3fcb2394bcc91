import type { RunEvent } from './event.ts';
import { endStep } from './links.ts';
import { placeOf } from './occurrence.ts';
import { definitionOf, refOf, stepOf, type Turn } from './turn.ts';
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
  const reached = (turn.stage?.stage.steps ?? []).filter(
    (step) =>
      step.kind === 'wait' &&
      'event' in step &&
      step.event === name &&
      stepOf(turn, step.id).status === 'waiting',
  );
  if (turn.stage?.awaited.has(name)) turn.state.events[name] = turn.now;
  turn.facts.push({ type: 'EventReceived', name, reached: reached.map((step) => step.id) });
  for (const step of reached) endWait(turn, step.id, 'event');
  callExits(turn, name);
}

/** Calls the exits drawn for an event; they are looked at when nothing more can start. */
export function callExits(turn: Turn, event: string): void {
  for (const exit of turn.stage?.stage.exits ?? []) {
    if (exit.mode === 'event' && exit.event === event) turn.called.add(exit.id);
  }
}
