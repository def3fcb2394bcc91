import fc from 'fast-check';
import type { Condition } from '../../condition/condition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { PauseReason } from '../../drawing/pause-reasons.ts';
import type { Duration } from '../../time/duration.ts';
import {
  approval,
  assignDeal,
  assignTask,
  branch,
  each,
  email,
  leave,
  literal,
  notify,
  processStep,
  score,
  task,
  update,
  wait,
  waitFor,
  webhook,
} from './process.ts';
import { randomTiming } from './random-clocks.ts';
import { condition, maybe, seldom, some, without } from './random-parts.ts';

export const eventNames = ['reply', 'sign'] as const;

/** What a random process may contain; the plainest has tasks, waits and mails in a chain. */
export interface Features {
  /**
   * `update`, `assign`, `leave`, locks, rework and joins that cancel: what makes the order of
   * completions matter.
   */
  ordered: boolean;
  /** Conditions and ports on links. */
  cuts: boolean;
  /** Durations of nothing: due at the very instant at which they begin. */
  instant: boolean;
}

export const duration: fc.Arbitrary<Duration> = fc.constantFrom<Duration>(
  { n: 10, unit: 'min' },
  { n: 30, unit: 'min' },
  { n: 2, unit: 'h' },
  { n: 3, unit: 'bh' },
  { n: 1, unit: 'bd' },
  { n: 2, unit: 'd' },
);

export const orInstant = fc.oneof(
  { weight: 5, arbitrary: duration },
  { weight: 1, arbitrary: fc.constant<Duration>({ n: 0, unit: 'min' }) },
);

const assignee: fc.Arbitrary<Assignee> = fc.constantFrom<Assignee>(
  { kind: 'owner' },
  { kind: 'person', person: 'pia' },
  { kind: 'department', department: 'technical' },
  { kind: 'department', department: 'closed' },
  { kind: 'department', department: 'technical', by: 'roundRobin', needs: [{ field: 't' }] },
  { kind: 'department', department: 'closed', by: 'leastLoaded' },
);

/** Whether a step is mandatory: mostly, seldom not, seldom by a condition. */
export const mandatory: fc.Arbitrary<boolean | Condition> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(true) },
  { weight: 2, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: condition },
);

function plainStep(id: string, { instant }: Features): fc.Arbitrary<StepDefinition> {
  const time = instant ? orInstant : duration;
  const tasks = fc
    .record({
      mandatory,
      assign: assignee,
      due: some(randomTiming(time, condition)),
      policy: some(fc.constantFrom('standard', 'acting')),
      pauses: some(fc.constantFrom<PauseReason[]>(['customer'], ['customer', 'internal'])),
      ports: fc.constantFrom(['done'], ['yes', 'no']),
      carry: seldom(fc.constantFrom({}, { until: 'stage2' })),
      assignCases: seldom(fc.tuple(fc.record({ when: condition, to: assignee }))),
    })
    .map((more) => task(id, without(more) as object));
  const repeated = fc
    .record({
      assign: assignee,
      mandatory,
      on: fc.constantFrom<string[]>(['no'], ['yes', 'no']),
      max: fc.integer({ min: 2, max: 3 }),
      every: time,
    })
    .map(({ on, max, every, ...more }) =>
      task(id, { ...more, ports: ['yes', 'no'], repeat: { on, max, every } }),
    );
  return fc.oneof(
    { weight: 6, arbitrary: tasks },
    { weight: 1, arbitrary: repeated },
    { weight: 2, arbitrary: randomTiming(time, condition).map((each) => wait(id, each)) },
    { weight: 2, arbitrary: mandatory.map((each) => email(id, { mandatory: each })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...eventNames), time, fc.constantFrom('stageEntry', 'start'))
        .map(([event, timeout, accepts]) => waitFor(id, event, timeout, accepts as 'start')),
    },
    { weight: 2, arbitrary: approvalStep(id, time) },
    { weight: 2, arbitrary: eachStep(id, time) },
    { weight: 1, arbitrary: time.map((each) => processStep(id, each)) },
    { weight: 1, arbitrary: fc.constantFrom(webhook(id), processStep(id)) },
    { weight: 1, arbitrary: fc.constant(notify(id)) },
    { weight: 1, arbitrary: condition.map((when) => branch(id, [{ port: 'one', when }])) },
  );
}

function approvalStep(id: string, time: fc.Arbitrary<Duration>): fc.Arbitrary<StepDefinition> {
  const upTo = fc.constantFrom({ field: 'g', max: 1 }, { field: 'g', max: 9 });
  const approver = (name: string) =>
    fc
      .record({ to: assignee, count: fc.integer({ min: 1, max: 2 }), upTo: seldom(upTo) })
      .map(({ to, count, ...more }) => ({ id: name, to, count, ...without(more) }));
  return fc
    .record({
      mandatory,
      approvers: fc
        .tuple(approver('a'), approver('b'))
        .chain((all) => fc.subarray(all, { minLength: 1 })),
      need: fc.constantFrom<('all' | number)[]>('all', 1, 2, 5),
      rejects: fc.constantFrom('first' as const, 'quorum' as const),
      notBy: seldom(fc.constant(['s0'])),
      voidOn: some(fc.constantFrom(['g'], ['f', 't'])),
      due: seldom(time),
      policy: some(fc.constant('standard')),
      carry: seldom(fc.constantFrom({}, { until: 'stage2' })),
    })
    .map((more) => approval(id, without(more) as object));
}

function eachStep(id: string, time: fc.Arbitrary<Duration>): fc.Arbitrary<StepDefinition> {
  const departments = { kind: 'departments' as const, departments: ['technical', 'closed'] };
  return fc
    .record({
      mandatory,
      assign: assignee,
      over: fc.constantFrom(undefined, undefined, departments),
      need: some(fc.integer({ min: 1, max: 3 })),
      late: fc.constantFrom('wait' as const, 'goOn' as const, 'cancel' as const),
      mayAdd: some(fc.constant(true as const)),
      due: seldom(time),
      policy: some(fc.constant('standard')),
    })
    .map((more) => each(id, without(more) as object));
}

function orderedStep(id: string, targets: string[], at: number): fc.Arbitrary<StepDefinition> {
  const field = { op: 'field', args: ['g'] } satisfies Condition;
  return fc.oneof(
    fc.constantFrom(literal(0), literal(1), field).map((value) => update(id, 'g', value)),
    fc.constantFrom('2026-09-08', '2026-09-20').map((date) => update(id, 'd', literal(date))),
    fc.constantFrom<Duration>({ n: 2, unit: 'd' }, { n: 3, unit: 'bd' }).map((time) => {
      const dates = [{ field: 'd', in: time }];
      return { ...update(id, 'g', literal(1)), dates } as StepDefinition;
    }),
    fc.tuple(condition, condition).map(([a, b]) =>
      score(id, {
        rules: [
          { when: a, points: 1 },
          { when: b, points: -1 },
        ],
        field: 'g',
        tiers: {
          field: 't',
          steps: [
            { value: 'a', least: 1 },
            { value: 'b', least: 0 },
          ],
        },
      }),
    ),
    assignee.map((to) => assignDeal(id, to)),
    fc.tuple(fc.nat(7), assignee).map(([n, to]) => assignTask(id, `s${(at + n) % 8}`, to)),
    fc.constantFrom(...targets).map((to) => leave(id, to, to === 'lost' ? 'timing' : undefined)),
  );
}

/** What every kind of step may have besides. */
function baseOf({ ordered }: Features) {
  const fields = fc.subarray(['f', 'g', 't', 'p'], { minLength: 1 });
  return fc.record({
    when: seldom(condition),
    onlyWhile: maybe(1, condition),
    redo: seldom(fc.constantFrom('always' as const, 'never' as const)),
    inputs: some(fields),
    outputs: seldom(fields),
    lock: ordered ? maybe(3, fc.constantFrom('crew', 'crew', 'van')) : fc.constant(undefined),
  });
}

export function stepsOf(count: number, targets: string[], features: Features) {
  const step = (at: number) => {
    const plain = plainStep(`s${at}`, features);
    const ordered = orderedStep(`s${at}`, targets, at);
    const any = features.ordered
      ? fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: ordered })
      : plain;
    return fc
      .tuple(any, baseOf(features))
      .map(([drawn, base]): StepDefinition => ({ ...drawn, ...without(base) }));
  };
  return fc.tuple(...Array.from({ length: count }, (_, at) => step(at)));
}
