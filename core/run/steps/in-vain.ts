import { stopAtIncident } from '../incidents/incidents.ts';
import { endStep } from './links.ts';
import { isMandatory } from './mandatory.ts';
import { definitionOf, refOf, stepEffectKey, type Turn } from '../state/turn.ts';

/**
 * A mail that did not go, or a webhook that did not get through (E27). Where the process is drawn to go on
 * by that port, it does. Else a mandatory step stops as an incident with that cause, an optional one ends;
 * of both the owner is told.
 */
export function endInVain(turn: Turn, id: string, port: string, cause: string): void {
  const step = definitionOf(turn, id);
  if (!step) return;
  if (isDrawn(turn, id, port)) return endStep(turn, id, port, false);
  const isStopped = isMandatory(turn.state, step);
  turn.effects.push({
    key: stepEffectKey(turn, 'vain', id),
    kind: 'tellOwner',
    owner: turn.state.owner,
    step: refOf(turn, id),
    cause,
    isStopped,
  });
  if (isStopped) stopAtIncident(turn, id, 'effect', { code: cause, operands: [] });
  else endStep(turn, id, port, false);
}

/** Whether a link names this port; one that names none is for the usual way. */
function isDrawn({ frame: { index } }: Turn, id: string, port: string): boolean {
  const links = [...(index?.outgoing.get(id) ?? []), ...(index?.reworks.get(id) ?? [])];
  return links.some(({ ports }) => ports.includes(port));
}
