import type { StepDefinition } from '../definition/compiling/step-definition.ts';
import type { RunState } from '../run/state/run-state.ts';

/** What a field that was left out may be made from. */
export interface Moment {
  /** Number of the act, from 0. */
  index: number;
  state: RunState;
  /** The step that the act names. */
  step: StepDefinition | undefined;
}

/** What a field of an event is when the scenario leaves it out; others stay absent. */
const neutral: Readonly<Record<string, (moment: Moment) => unknown>> = {
  submission: () => null,
  outcome: ({ step }) => (step?.kind === 'each' ? step.passing[0] : step?.passPort),
  port: ({ step }) => step?.passPort,
  reason: ({ index }) => `reason:${index}`,
  incident: ({ state }) => state.incidents[0]?.id,
  result: ({ step }) => (step?.kind === 'webhook' ? 'delivered' : 'sent'),
  decision: () => 'approved',
  why: ({ step }) => (step?.kind === 'task' ? step.pauses?.[0] : undefined),
  note: () => null,
  cycle: () => 1,
  deal: () => 'other',
  freeze: () => 'pause',
};

/** The values of those of these fields that were left out. */
export function neutralFields(
  names: readonly string[],
  given: Readonly<Record<string, unknown>>,
  moment: Moment,
): Record<string, unknown> {
  const missing = names.filter((name) => given[name] === undefined);
  const filled = missing.map((name) => [name, neutral[name]?.(moment)] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}
