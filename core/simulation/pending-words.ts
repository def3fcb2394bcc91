import { isoInstant } from './fact-pattern.ts';
import type { Pending, PendingStep } from './pending.ts';

/** What a deal waits for, a line each: steps, incidents, ways out of the stage, the next alarm. */
export function pendingWords({ steps, incidents, ways, wakeAt }: Pending): string[] {
  return [
    ...steps.map(stepWords),
    ...incidents.map(({ id, code, step, choices }) => {
      const of = step === undefined ? '' : ` of step ${step}`;
      return `incident ${id}${of} (${code}): ${choices.join(', ')}`;
    }),
    ...ways.map(({ id, mode, to, unmet }) => {
      const open = unmet.length === 0 ? 'open' : `${unmet.length} unmet`;
      return `exit ${id} to ${to} (${mode}, ${open})`;
    }),
    ...(wakeAt === undefined ? [] : [`time, until ${isoInstant(wakeAt)}`]),
  ];
}

function stepWords({ step, kind, status, ports, until, items }: PendingStep): string {
  const open = items === undefined ? '' : `, items left: ${items.join(' ')}`;
  const end = until === undefined ? open : ` until ${isoInstant(until)}`;
  const ways = ports.length === 0 ? '' : `: ${ports.join(', ')}`;
  return `${kind} ${step} (${status}${end})${ways}`;
}
