import type { ExitDefinition, ProcessDefinition } from '../../definition/definition.ts';
import type { EventOf } from '../contract/event.ts';
import type { Unmet } from '../contract/fact.ts';
import { isBack, stagesBetween } from '../doing-again/back.ts';
import { gateOf } from '../ways-out/gate.ts';
import { isEnd, leadsSomewhere } from '../state/ends.ts';
import { placeOfVisit } from '../state/occurrence.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { RunState } from '../state/run-state.ts';
import { exitForPerson } from '../ways-out/ways-out.ts';

type MoveEvent = EventOf<'move'>;

/** Why a person cannot move the deal so: stale, no such exit, or everything unmet at once (E10). */
export function refuseMove(
  definition: ProcessDefinition,
  state: RunState,
  event: MoveEvent,
): Refusal | undefined {
  const { stage, exit: id } = event;
  const place = placeOfVisit(definition, state, event);
  if (place === 'unknown') {
    return refusal('unknown', `The process has no stage "${stage}".`);
  }
  if (place !== 'now') {
    const message = `The deal has left this visit of stage "${stage}": load it again.`;
    return refusal('stale', message);
  }
  const exit = exitForPerson(definition, stage, id);
  if (!exit || !leadsSomewhere(definition, exit)) {
    const message = `Stage "${stage}" has no exit "${id}" that a person may take.`;
    return refusal('unknown-exit', message);
  }
  const unredoable = refuseRedo(definition, event, exit);
  if (unredoable) return unredoable;
  const unmet = [
    ...(event.override ? [] : gateOf(definition, state, exit)),
    ...missingReasons(definition, exit, event),
  ];
  if (unmet.length === 0) return undefined;
  const message = `${unmet.length} items are missing before the deal can go to "${exit.to}".`;
  return { ...refusal('unmet', message), unmet };
}

/** Reasons of the move that the process knows for this end. */
export function knownReasons(
  definition: ProcessDefinition,
  to: string,
  event: MoveEvent,
): string[] {
  const known = isEnd(to) ? definition.reasons[to] : [];
  return known.filter((reason) => event.reasons?.includes(reason));
}

/** A person who ends a deal says why, wherever the process lists reasons; no override helps. */
function missingReasons(
  definition: ProcessDefinition,
  { to }: ExitDefinition,
  event: MoveEvent,
): Unmet[] {
  if (!isEnd(to) || definition.reasons[to].length === 0) return [];
  if (knownReasons(definition, to, event).length > 0) return [];
  return [{ kind: 'reasons', outcome: to }];
}

/** Steps to do again are steps of the stages gone back over, and may be done again (E12). */
function refuseRedo(
  definition: ProcessDefinition,
  { stage, redo = [] }: MoveEvent,
  { id, to }: ExitDefinition,
): Refusal | undefined {
  if (redo.length === 0) return undefined;
  const goesBack = isBack(definition, stage, to);
  const steps = goesBack ? stagesBetween(definition, to, stage).flatMap((one) => one.steps) : [];
  const wrong = redo.find((step) => !steps.some((s) => s.id === step && s.redo !== 'never'));
  if (wrong === undefined) return undefined;
  const message = `Step "${wrong}" cannot be done again by exit "${id}": leave it out.`;
  return refusal('unknown', message);
}
