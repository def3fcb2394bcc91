import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import type { Evaluation, Value } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { anyCondition, anyValues, sampleScope } from './testing/any-condition.ts';
import { environmentOf } from './type-check.ts';
import { runsOr, seed } from '../testing/random-cases.ts';

const numRuns = runsOr(2_000);

/** What the library says: a value, or that there is an error. */
function evaluatedByLibrary(text: string, values: Record<string, Value>, library: Environment) {
  try {
    return { ok: true, value: library.evaluate(text, { deal: values }) as unknown };
  } catch {
    return { ok: false };
  }
}

function outcomeOf(result: Evaluation) {
  return result.ok ? { ok: true, value: result.value } : { ok: false };
}

function compiled(text: string) {
  const checked = checkCondition(text, sampleScope, 'bool');
  if (!checked.ok) throw new Error(`${text}: ${checked.message}`);
  return checked;
}

describe(`evaluate on random conditions (PROPERTY_SEED=${seed})`, { timeout: 1_800_000 }, () => {
  it('says what the CEL library says, value or error', () => {
    const library = environmentOf(sampleScope);
    const seen = { true: 0, false: 0, error: 0 };
    fc.assert(
      fc.property(anyCondition, anyValues, ({ text, doubles }, values) => {
        const { condition } = compiled(text);
        const stored = JSON.parse(JSON.stringify(condition)) as typeof condition;
        const result = evaluate(stored, values, {});
        expect(outcomeOf(result)).toEqual(evaluatedByLibrary(doubles, values, library));
        seen[result.ok ? (String(result.value) as 'true' | 'false') : 'error'] += 1;
      }),
      { seed, numRuns },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(numRuns / 20);
  });

  it('never finds a field absent that is set, or that publishing found guarded', () => {
    fc.assert(
      fc.property(anyCondition, anyValues, anyValues, ({ text }, values, others) => {
        const { condition, unguardedReads } = compiled(text);
        const complete = { ...values };
        for (const field of unguardedReads) {
          const value = values[field] ?? others[field];
          fc.pre(value !== undefined);
          complete[field] = value;
        }
        expect(evaluate(condition, complete, {})).toMatchObject({ ok: true });
      }),
      { seed, numRuns: numRuns / 5 },
    );
  });

  it('names every field it read, with its value', () => {
    fc.assert(
      fc.property(anyCondition, anyValues, ({ text }, values) => {
        const { condition, reads, tests } = compiled(text);
        for (const { field, value, tested } of evaluate(condition, values, {}).operands) {
          expect(tested ? [...reads, ...tests] : reads).toContain(field);
          expect(value).toEqual(tested ? field in values : values[field]);
        }
      }),
      { seed, numRuns: numRuns / 5 },
    );
  });
});
