import type { Clock } from './clock-state.ts';
import { clockOf, stopClock } from './clocks.ts';
import type { RunEvent } from './event.ts';
import { closeIncident, frameOf } from './incidents.ts';
import { stepOver } from './links.ts';
import { retry } from './retry.ts';
import type { Incident } from './run-state.ts';
import { closeTask } from './tasks.ts';
import { definitionOf, stepOf, within, type Turn } from './turn.ts';

/** A person decides about an incident: try again, or step over what had stopped. */
export function resolveIncident(
  turn: Turn,
  event: Extract<RunEvent, { kind: 'resolveIncident' }>,
): void {
  const { by, reason, choice } = event;
  const incident = turn.state.incidents.find((each) => each.id === event.incident);
  if (!incident) return;
  closeIncident(turn, incident, { as: choice === 'retry' ? 'retried' : 'skipped', by, reason });
  if (choice === 'retry') retry(turn, incident);
  else within(turn, frameOf(turn, incident), () => skip(turn, incident, by, reason));
}

function skip(turn: Turn, incident: Incident, by: string | null, reason: string | null): void {
  if (incident.clock !== undefined) {
    const clock = clockOf(turn, incident.clock);
    if (clock && clock.due === undefined) dropClock(turn, clock);
    return;
  }
  const step = incident.step === undefined ? undefined : definitionOf(turn, incident.step);
  if (!step || stepOf(turn, step.id).status !== 'incident') return;
  closeTask(turn, step.id, { as: 'waived', why: 'operator', by });
  stepOver(turn, step, { why: 'operator', by, reason });
}

/** A task's clock that was dropped stays idle: the task, tried again, does not start it anew (E24). */
function dropClock(turn: Turn, clock: Clock): void {
  stopClock(turn, clock, 'cancelled');
  if (clock.step !== undefined) turn.state.clocks.push({ ...clock, idle: true });
}
