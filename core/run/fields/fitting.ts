import type { Value } from '../../condition/condition.ts';
import { fitValue, type Fitted } from '../../drawing/fit-value.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { Operands } from '../contract/fact.ts';
import { own } from '../state/own.ts';

/** A value that a step has found out, with what it was computed from. */
export interface Computed {
  value: Value;
  operands: Operands;
}

/** One that fits its field; `exact`: what it was before it was rounded. */
export type Fitting = Computed & { exact?: number };

export type FittingAll =
  | { ok: true; results: Record<string, Fitting> }
  | { ok: false; code: 'bad-value'; operands: Operands };

/**
 * Values as their fields hold them (E29), or the first that fits not, after what it was computed from.
 * A definition compiled before that rule takes all.
 */
export function fitAll(
  { fits = {} }: Pick<ProcessDefinition, 'fits'>,
  computed: Record<string, Computed>,
): FittingAll {
  const results: Record<string, Fitting> = {};
  for (const field of Object.keys(computed)) {
    const { value, operands } = computed[field]!;
    const fit = own(fits, field);
    const fitted: Fitted = fit ? fitValue(fit, value) : { ok: true, value };
    if (!fitted.ok) {
      return { ok: false, code: 'bad-value', operands: [...operands, refused(field, value)] };
    }
    const { exact } = fitted;
    results[field] = { value: fitted.value, operands, ...(exact !== undefined && { exact }) };
  }
  return { ok: true, results };
}

function refused(field: string, value: Value): Operands[number] {
  return { field, value, refused: true };
}

/** One whose value was left out by whoever had it, for it fits not. */
export function misfit(field: string): Operands[number] {
  return { field, value: true, tested: true, refused: true };
}
