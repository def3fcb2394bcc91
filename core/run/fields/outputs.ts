import type { Value } from '../../condition/condition.ts';
import { own } from '../state/own.ts';
import { countChange } from './fields.ts';
import { definitionOf, type Turn } from '../state/turn.ts';

/**
 * Hides what a step has set from everything that reads fields, until it is done again (E7, E13);
 * not the fields that are `shown` all the same.
 */
export function hideOutputs(turn: Turn, step: string, shown?: ReadonlySet<string>): void {
  const { values, isSet } = turn.state;
  for (const field of outputsOf(turn, step).filter((each) => !shown?.has(each))) {
    const value = own(values, field) ?? own(isSet, field);
    if (value === undefined) continue;
    turn.state.hidden = { ...turn.state.hidden, [field]: value };
    delete values[field];
    delete isSet[field];
    turn.changed.add(field);
  }
}

/** A step is kept: what it had set counts again. */
export function showOutputs(turn: Turn, step: string): void {
  for (const field of outputsOf(turn, step)) {
    const value = takeHidden(turn, field);
    if (value === undefined) continue;
    if (own(turn.definition.watched, field) === 'isSet') turn.state.isSet[field] = true;
    else turn.state.values[field] = value;
    turn.changed.add(field);
  }
}

/** A step is done again: what it had set before and has not set now is gone for good. */
export function dropOutputs(turn: Turn, step: string): void {
  for (const field of outputsOf(turn, step)) {
    if (takeHidden(turn, field) !== undefined) countChange(turn, field);
  }
}

function takeHidden(turn: Turn, field: string): Value | true | undefined {
  const { hidden = {} } = turn.state;
  const value = own(hidden, field);
  if (value === undefined) return undefined;
  delete hidden[field];
  if (Object.keys(hidden).length === 0) delete turn.state.hidden;
  return value;
}

function outputsOf(turn: Turn, step: string): string[] {
  return definitionOf(turn, step)?.outputs ?? [];
}
