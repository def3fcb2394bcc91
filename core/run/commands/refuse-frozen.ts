import type { ProcessDefinition } from '../../definition/definition.ts';
import type { RunEvent } from '../contract/event.ts';
import { holdId } from '../pausing/freeze.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { RunState } from '../state/run-state.ts';
import { exitForPerson } from '../ways-out/ways-out.ts';

/** How far ahead a hold may end: 180 days. */
const longestHold = 180 * 86_400_000;

/** What people may do while nothing moves (E19), besides losing the deal. */
const allowed: ReadonlySet<RunEvent['kind']> = new Set([
  'complete',
  'decide',
  'setFields',
  'setOwner',
  'hold',
  'resume',
  'migrate',
]);

/** Why a command is refused because the deal is frozen, or is not. */
export function refuseFrozen(
  definition: ProcessDefinition,
  { freezes }: RunState,
  event: RunEvent,
): Refusal | undefined {
  const isHeld = freezes?.some(({ id }) => id === holdId) ?? false;
  if (event.kind === 'resume' && !isHeld) return frozen('The deal is not on hold.');
  if (!freezes || allowed.has(event.kind)) return undefined;
  const exit = event.kind === 'move' && exitForPerson(definition, event.stage, event.exit);
  if (exit && exit.to === 'lost') return undefined;
  return frozen(
    isHeld
      ? 'The deal is on hold: resume it, then try again.'
      : 'The process is paused, and the deal with it: try again when it goes on.',
  );
}

/** A hold ends between now and 180 days from now. */
export function refuseHold(event: RunEvent, now: number): Refusal | undefined {
  if (event.kind !== 'hold') return undefined;
  const { until } = event;
  if (until > now && until <= now + longestHold) return undefined;
  const given = Number.isFinite(until) && Math.abs(until) <= 8.64e15;
  const at = given ? new Date(until).toISOString() : String(until);
  const message = `A hold ends within 180 days from now, not at ${at}: choose another day.`;
  return refusal('unknown', message);
}

function frozen(message: string): Refusal {
  return refusal('frozen', message);
}
