import type { Clock } from '../state/clock-state.ts';
import { stopClock } from '../clocks/clocks.ts';
import { askManagers } from '../../step-kinds/approval/deciders.ts';
import { clockOf } from '../clocks/running-clocks.ts';
import type { EventOf } from '../contract/event.ts';
import { closeIncident, frameOf } from './incidents.ts';
import { endStep, stepOver } from '../steps/links.ts';
import { lostReasons } from '../ways-out/lost-reasons.ts';
import { move } from '../ways-out/move.ts';
import { retry } from './retry.ts';
import { reworkLink, startRework } from '../doing-again/rework.ts';
import type { Incident } from '../state/run-state.ts';
import { isUnderWay } from '../state/step-state.ts';
import { stopWork } from '../steps/stop-work.ts';
import { definitionOf, stepOf, within, type Turn } from '../state/turn.ts';
import { giveUp } from '../ways-out/ways-out.ts';

type Resolving = EventOf<'resolveIncident'>;

/** What is recorded of a choice. */
const endedAs = {
  retry: 'retried',
  skip: 'skipped',
  askManagers: 'managersAsked',
  oneMore: 'oneMore',
} as const;

/** A person decides about an incident: try again, or step over what had stopped. */
export function resolveIncident(turn: Turn, event: Resolving): void {
  const { by, reason, choice } = event;
  const incident = turn.state.incidents.find((each) => each.id === event.incident);
  if (!incident) return;
  if (choice === 'lost') return giveUpAt(turn, event);
  closeIncident(turn, incident, { as: endedAs[choice], by, reason });
  if (choice === 'retry') retry(turn, incident);
  else if (choice === 'askManagers')
    within(turn, frameOf(turn, incident), () => askManagers(turn, incident.step ?? '', by));
  else if (choice === 'oneMore')
    within(turn, frameOf(turn, incident), () => again(turn, incident, by));
  else within(turn, frameOf(turn, incident), () => skip(turn, incident, by, reason));
}

/** One more round of a rework than was drawn (E13). */
function again(turn: Turn, incident: Incident, by: string | null): void {
  const link = reworkLink(turn.frame.index, incident.rework ?? '');
  if (link) startRework(turn, link);
  else skip(turn, incident, by, null);
}

/** The deal ends where a rework was used up; the first reason counts when none is named. */
function giveUpAt(turn: Turn, { by, reasons = [] }: Resolving): void {
  move(turn, {
    to: 'lost',
    via: 'exit',
    element: giveUp,
    mode: 'manual',
    by,
    how: 'lost',
    reasons: lostReasons(turn.definition, reasons),
  });
}

function skip(turn: Turn, incident: Incident, by: string | null, reason: string | null): void {
  if (incident.clock !== undefined) {
    const clock = clockOf(turn, incident.clock);
    if (clock && clock.due === undefined) dropClock(turn, clock);
    return;
  }
  const step = incident.step === undefined ? undefined : definitionOf(turn, incident.step);
  if (!step) return;
  const { status } = stepOf(turn, step.id);
  if (status !== 'incident' && !isUnderWay(status)) return;
  if (incident.at === 'result') return passOver(turn, step.id);
  const why = incident.code === 'rework-cap' ? 'waived' : 'operator';
  stopWork(turn, step.id, { as: 'waived', why, by });
  stepOver(turn, step, { why, by, reason });
}

/** A result does not fit its field (E29): the field stays as it is, the step ends as the other deal did. */
function passOver(turn: Turn, step: string): void {
  const { port } = stepOf(turn, step);
  if (port !== undefined) endStep(turn, step, port, true);
}

/** A task's clock that was dropped stays idle: the task, tried again, does not start it anew (E24). */
function dropClock(turn: Turn, clock: Clock): void {
  stopClock(turn, clock, 'cancelled');
  if (clock.step !== undefined) turn.state.clocks.push({ ...clock, idle: true });
}
