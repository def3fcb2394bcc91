import type { Condition } from '../../condition/condition.ts';
import { evaluate } from '../../condition/evaluate.ts';
import type { Operands } from '../contract/fact.ts';
import type { RunState } from './run-state.ts';

/** What a yes-or-no condition says, with the values it read. */
export type Reading =
  | { ok: true; value: boolean; operands: Operands }
  | { ok: false; code: string; operands: Operands };

/** Reads a yes-or-no condition; absent values and wrong types are errors, never `false` (E7). */
export function read(state: RunState, condition: Condition | undefined): Reading {
  if (condition === undefined) return { ok: true, value: true, operands: [] };
  const result = evaluate(condition, state.values, state.isSet);
  const { operands } = result;
  if (!result.ok) return { ok: false, code: result.error.code, operands };
  if (typeof result.value !== 'boolean') return { ok: false, code: 'not-boolean', operands };
  return { ok: true, value: result.value, operands };
}
