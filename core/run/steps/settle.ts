import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { runningKindOf } from '../../step-kinds/running-kinds.ts';
import { keptWork } from '../doing-again/done-steps.ts';
import { stopAtIncident } from '../incidents/incidents.ts';
import { verdictOn } from './joins.ts';
import { keepStep } from './kept.ts';
import { cancelLate, dropErredLinks } from './late-arrivals.ts';
import { skipStep, stepOver } from './links.ts';
import { awaitsLock, wakeLocked } from './lock.ts';
import { mayBegin } from './only-while.ts';
import { endDoneRails } from '../scopes/rails.ts';
import { read } from '../state/reading.ts';
import type { Frozen } from '../state/run-state.ts';
import { fireTriggers } from '../scopes/triggers.ts';
import type { Pending } from '../state/pending.ts';
import { definitionOf, stepOf, within, type Turn } from '../state/turn.ts';
import { lookAtChanges } from './watched-change.ts';
import { noteBeginning } from '../doing-again/work-done.ts';

/**
 * Starts everything that can start now, and what that lets start, until nothing more can (E9).
 * Each step begins once a round, each link resolves once, and rounds are limited, so this ends.
 */
export function settle(turn: Turn): void {
  if (turn.state.frozen) return putOff(turn, turn.state.frozen);
  for (;;) {
    const queue = turn.queue;
    turn.queue = [];
    for (const pending of queue) {
      within(turn, pending.frame, () => startStep(turn, pending));
    }
    if (turn.queue.length > 0 || wakeLocked(turn)) continue;
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
    const queued = frozen.queued ?? [];
    const known = queued.find((each) => each.frame === frame && each.step === step);
    if (known?.round === pending.round) continue;
    frozen.queued = [...queued.filter((each) => each !== known), pending];
  }
  turn.queue = [];
  if (turn.occurred.length === 0) return;
  frozen.occurred = [...(frozen.occurred ?? []), ...turn.occurred];
  turn.occurred = [];
}

function startStep(turn: Turn, { step: id, from, round }: Pending): void {
  const step = definitionOf(turn, id);
  const now = stepOf(turn, id);
  if (!step || now.status !== 'pending' || now.round !== round) return;
  if (from === 'work') return beginWork(turn, step);
  const verdict = from === 'when' ? 'comes' : verdictOn(turn, id);
  if (verdict === 'waits') return;
  if (step.join) dropErredLinks(turn, id);
  if (verdict !== 'comes') return skipStep(turn, id, verdict === 'short' ? 'join' : undefined);
  cancelLate(turn, step);
  takeTurn(turn, step);
}

/** A step's turn has come: it is stepped over, kept from before, or begins (E1, E12). */
function takeTurn(turn: Turn, step: StepDefinition): void {
  const reading = read(turn.state, step.when);
  if (!reading.ok) return stopAtIncident(turn, step.id, 'when', reading);
  const { operands } = reading;
  if (!reading.value) return stepOver(turn, step, { why: 'condition', by: null, operands });
  const work = keptWork(turn, step);
  if (!work) beginWork(turn, step);
  else if (mayBegin(turn, step)) keepStep(turn, step, work);
}

function beginWork(turn: Turn, step: StepDefinition): void {
  if (!mayBegin(turn, step) || awaitsLock(turn, step)) return;
  noteBeginning(turn, step);
  runningKindOf(step).begin(turn, step);
}
