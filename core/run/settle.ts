import { beginStep } from './begin-step.ts';
import { openIncident } from './incidents.ts';
import { isDead, skipStep, stepOver } from './links.ts';
import { endDoneRails } from './rails.ts';
import { read } from './reading.ts';
import type { Frozen } from './run-state.ts';
import { fireTriggers } from './triggers.ts';
import { definitionOf, setStep, stepOf, within, type Pending, type Turn } from './turn.ts';
import { lookAtChanges } from './watched-change.ts';

/**
 * Starts everything that can start now, and what that lets start, until nothing more can (E9).
 * Each step begins once and each link resolves once, so this ends.
 */
export function settle(turn: Turn): void {
  if (turn.state.frozen) return putOff(turn, turn.state.frozen);
  for (;;) {
    const queue = turn.queue;
    turn.queue = [];
    for (const pending of queue) {
      within(turn, pending.frame, () => startStep(turn, pending));
    }
    if (turn.queue.length > 0) continue;
    if (turn.occurred.length > 0) fireTriggers(turn);
    else if (turn.changed.size > 0) lookAtChanges(turn);
    else return endDoneRails(turn);
  }
}

/** While frozen nothing starts: what could, waits (E19); dates are looked at all the same. */
function putOff(turn: Turn, frozen: Frozen): void {
  if (turn.changed.size > 0) lookAtChanges(turn);
  for (const pending of turn.queue) {
    const { frame, step } = pending;
    const { queued = [] } = frozen;
    const isKnown = queued.some((each) => each.frame === frame && each.step === step);
    if (!isKnown) frozen.queued = [...queued, pending];
  }
  turn.queue = [];
}

function startStep(turn: Turn, { step: id, from }: Pick<Pending, 'step' | 'from'>): void {
  const step = definitionOf(turn, id);
  if (!step || stepOf(turn, id).status !== 'pending') return;
  if (from === 'work') return beginStep(turn, step);
  if (isDead(turn, id)) return skipStep(turn, id);
  const reading = read(turn.state, step.when);
  const { operands } = reading;
  if (!reading.ok) {
    setStep(turn, id, { status: 'incident' });
    return openIncident(turn, { step: id, at: 'when', code: reading.code }, operands);
  }
  if (reading.value) return beginStep(turn, step);
  stepOver(turn, step, { why: 'condition', by: null, operands });
}
