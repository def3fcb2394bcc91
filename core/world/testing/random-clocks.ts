import fc from 'fast-check';
import type { Condition } from '../../condition/condition.ts';
import type {
  LinkDefinition,
  PolicyLevel,
  ProcessClockDefinition,
  ProcessDefinition,
  RailDefinition,
  TriggerDefinition,
} from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import type { Duration } from '../../time/duration.ts';

/** Arbitraries of what measures time across steps: timings, process clocks, rails, actions of levels. */

/** A timing from now, from the entry of the stage, or from a date, seldom by cases. */
export function randomTiming(
  duration: fc.Arbitrary<Duration>,
  condition: fc.Arbitrary<Condition>,
): fc.Arbitrary<TimingDefinition> {
  const cases = fc
    .tuple(duration, condition)
    .map(([given, when]): Partial<TimingDefinition> => ({ cases: [{ ...given, when }] }));
  const dated = fc
    .integer({ min: -2, max: 2 })
    .map((n): Partial<TimingDefinition> => ({ n, from: 'field', field: 'd' }));
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Partial<TimingDefinition>>({}) },
    { weight: 1, arbitrary: fc.constant<Partial<TimingDefinition>>({ from: 'stageEntry' }) },
    { weight: 1, arbitrary: cases },
    { weight: 1, arbitrary: dated },
  );
  return fc.tuple(duration, more).map(([given, extra]) => ({ ...given, ...extra }));
}

/** Levels that act: `acting` reassigns and raises an event before and after the due. */
export const actingLevels: PolicyLevel[] = [
  {
    id: 'a1',
    offset: { percent: -50 },
    to: [],
    actions: [{ kind: 'reassign', to: { kind: 'person', person: 'pia' } }, { kind: 'toQueue' }],
  },
  {
    id: 'a2',
    offset: { n: 1, unit: 'bh' },
    to: [],
    actions: [
      { kind: 'raisePriority' },
      { kind: 'markAtRisk' },
      { kind: 'raise', event: 'reply' },
      { kind: 'reassign', to: { kind: 'owner' } },
    ],
  },
];

interface Parts {
  stages: ProcessDefinition['stages'];
  condition: fc.Arbitrary<Condition>;
  duration: fc.Arbitrary<Duration>;
  events: readonly string[];
}

function randomTrigger({ stages, condition, events }: Parts): fc.Arbitrary<TriggerDefinition> {
  const stage = fc.constantFrom(...stages.map(({ id }) => id));
  return fc.oneof(
    fc.constant<TriggerDefinition>({ on: 'start' }),
    fc.constantFrom(...events).map((event): TriggerDefinition => ({ on: 'event', event })),
    stage.map((id): TriggerDefinition => ({ on: 'stage', stage: id })),
    fc
      .tuple(stage, fc.nat(3))
      .map(([id, n]): TriggerDefinition => ({ on: 'step', stage: id, step: `s${n}` })),
    condition.map((when): TriggerDefinition => ({ on: 'when', when })),
  );
}

export function randomClocks(parts: Parts): fc.Arbitrary<ProcessClockDefinition[]> {
  const trigger = randomTrigger(parts);
  const clock = fc.record(
    {
      target: randomTiming(parts.duration, parts.condition),
      policy: fc.constantFrom('standard', 'acting'),
      start: trigger,
      stop: trigger,
      pause: trigger,
      resume: trigger,
      reset: trigger,
      cancel: trigger,
    },
    { requiredKeys: ['target', 'start', 'stop'] },
  );
  return fc
    .array(clock, { maxLength: 2 })
    .map((all) => all.map((each, n) => ({ id: `clock${n}`, ...each }) as ProcessClockDefinition));
}

/** At most two rails, with steps and links as `drawSteps` makes them for these targets. */
export function randomRails(
  parts: Parts,
  drawSteps: (
    targets: string[],
  ) => fc.Arbitrary<{ steps: StepDefinition[]; links: LinkDefinition[] }>,
): fc.Arbitrary<RailDefinition[]> {
  const { stages, duration, events } = parts;
  const rail = (n: number) =>
    fc
      .tuple(fc.nat(stages.length - 1), fc.nat(stages.length - 1))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      .chain(([from, to]) => {
        const later = stages.slice(to + 1).map(({ id }) => id);
        const silence = duration.map((after): RailDefinition['trigger'] => ({
          on: 'silence',
          after,
          events: [...events],
        }));
        return fc
          .record({
            trigger: fc.oneof(silence, randomTrigger(parts)),
            again: fc.boolean(),
            drawn: drawSteps([...later, 'lost']),
          })
          .map(({ trigger, again, drawn }): RailDefinition => ({
            id: `rail${n}`,
            from: stages[from]!.id,
            to: stages[to]!.id,
            trigger,
            ...(again && { again }),
            ...drawn,
          }));
      });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<RailDefinition[]>([]) },
    { weight: 2, arbitrary: rail(0).map((one) => [one]) },
    { weight: 1, arbitrary: fc.tuple(rail(0), rail(1)) },
  );
}
