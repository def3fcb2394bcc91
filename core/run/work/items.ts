import type { Assignee } from '../../drawing/people.ts';
import { asNeeds, assigneeOfWork, needsOf } from './assignee.ts';
import { startTaskClock, stopTaskClock } from '../clocks/clocks.ts';
import type { Closing } from '../contract/closing.ts';
import { effectKey } from '../state/keys.ts';
import { isMandatory } from '../steps/mandatory.ts';
import { own } from '../state/own.ts';
import type { ItemState } from '../state/step-state.ts';
import {
  definitionOf,
  nextSerial,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  type Turn,
} from '../state/turn.ts';

/** Whether a step's work is done in items, each with a task of its own (E3, E8). */
export function hasItems(turn: Turn, step: string): boolean {
  const kind = definitionOf(turn, step)?.kind;
  return kind === 'approval' || kind === 'each';
}

export function setItem(turn: Turn, step: string, item: string, change: ItemState): void {
  const items = stepOf(turn, step).items ?? {};
  setStep(turn, step, { items: { ...items, [item]: change } });
}

/** Opens the task of one item for `assign`; after a retry it is asked for again. */
export function openItem(
  turn: Turn,
  step: string,
  item: string,
  assign: Assignee,
  notBy: string[] = [],
): void {
  const { state } = turn;
  const definition = definitionOf(turn, step);
  turn.effects.push({
    key: stepEffectKey(turn, 'open', step, item),
    kind: 'openTask',
    task: refOf(turn, step, item),
    state: 'ready',
    assign,
    owner: state.owner,
    mandatory: definition !== undefined && isMandatory(state, definition),
    ...(notBy.length > 0 ? { notBy } : {}),
    ...asNeeds(needsOf(state, assign)),
  });
  turn.facts.push({ type: 'TaskOpened', ...refOf(turn, step, item) });
  if (definition?.kind === 'each') startTaskClock(turn, definition, item);
}

/** Closes the task of one item and stops its clock. */
export function closeItem(turn: Turn, step: string, item: string, closing: Closing): void {
  stopTaskClock(turn, step, closing.as === 'done' ? 'done' : 'cancelled', item);
  const task = refOf(turn, step, item);
  turn.effects.push({ key: effectKey('close', task), kind: 'closeTask', task, ...closing });
}

/** Closes what is still open of a step's items. */
export function closeItems(turn: Turn, step: string, closing: Closing): void {
  for (const [item, at] of Object.entries(stepOf(turn, step).items ?? {})) {
    if (at.status !== 'open') continue;
    setItem(turn, step, item, { ...at, status: 'cancelled' });
    closeItem(turn, step, item, closing);
  }
}

/** The owner's open items follow a new owner. */
export function reassignItems(turn: Turn, step: string): void {
  const definition = definitionOf(turn, step);
  if (!definition || !hasItems(turn, step)) return;
  for (const [item, { status }] of Object.entries(stepOf(turn, step).items ?? {})) {
    const to = assigneeOfWork(stepOf(turn, step), definition, item);
    if (status !== 'open' || to?.kind !== 'owner') continue;
    const task = refOf(turn, step, item);
    const { owner } = turn.state;
    const key = `${effectKey('assign', task)}:${nextSerial(turn)}`;
    turn.effects.push({ key, kind: 'assignTask', task, assign: to, owner });
  }
}

export function itemOf(turn: Turn, step: string, item: string): ItemState | undefined {
  return own(stepOf(turn, step).items ?? {}, item);
}
