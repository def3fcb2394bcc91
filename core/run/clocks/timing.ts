import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import type { Duration } from '../../time/duration.ts';
import type { Operands } from '../contract/fact.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import type { RunState } from '../state/run-state.ts';

type Timed = { ok: true; duration: Duration } | { ok: false; code: string; operands: Operands };

/** The duration that a timing gives now: of its cases the first that holds, else its own. */
export function readTiming(state: RunState, timing: TimingDefinition): Timed {
  const operands: Operands = [];
  for (const { when, n, unit } of timing.cases ?? []) {
    const reading = read(state, when);
    operands.push(...reading.operands);
    if (!reading.ok) return { ok: false, code: reading.code, operands };
    if (reading.value) return { ok: true, duration: { n, unit } };
  }
  const { n, unit } = timing;
  return { ok: true, duration: { n, unit } };
}

/** Value of a date field, 'YYYY-MM-DD'; undefined when it is not set, or no field is meant. */
export function dateOf(state: RunState, field: string | undefined): string | undefined {
  const value = field === undefined ? undefined : own(state.values, field);
  return typeof value === 'string' ? value : undefined;
}

/** Whether a timing counts to this date field. */
export function countsTo(timing: TimingDefinition | undefined, field: string): boolean {
  return timing?.from === 'field' && timing.field === field;
}
