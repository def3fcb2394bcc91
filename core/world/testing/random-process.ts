import fc from 'fast-check';
import type { Condition } from '../../condition/condition.ts';
import type {
  ExitDefinition,
  LinkDefinition,
  ProcessDefinition,
  StageDefinition,
} from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { PauseReason } from '../../drawing/work-steps.ts';
import type { Duration } from '../../time/duration.ts';
import {
  approval,
  assignDeal,
  assignTask,
  branch,
  each,
  email,
  exit,
  followed,
  is,
  leave,
  literal,
  notify,
  process,
  processStep,
  score,
  stage,
  task,
  update,
  wait,
  waitFor,
  webhook,
} from './process.ts';
import { actingLevels, randomClocks, randomRails, randomTiming } from './random-clocks.ts';
import { backsOf, joinsOf, reworksOf } from './random-flow.ts';
import { condition, maybe, seldom, some, without } from './random-parts.ts';

/** Values under which every criterion of a random process holds and every condition can be read. */
export const goodValues = { f: true, g: 1, t: 'a', d: '2026-10-01', list: ['x', 'y'] };
export const watched = {
  f: 'value',
  g: 'value',
  t: 'value',
  d: 'value',
  p: 'isSet',
  list: 'value',
} as const;
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
      late: fc.constantFrom('ignore' as const, 'cancel' as const),
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

function stepsOf(count: number, targets: string[], features: Features) {
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

/** Links lead from earlier steps to later ones, so there is no cycle; none lead out of a `leave`. */
function linksOf(steps: StepDefinition[], features: Features): fc.Arbitrary<LinkDefinition[]> {
  const pairs = steps.flatMap((from, a) =>
    from.kind === 'leave' ? [] : steps.slice(a + 1).map((to) => ({ from, to })),
  );
  const links = pairs.map(({ from, to }) =>
    fc
      .record({
        drawn: fc.integer({ min: 0, max: 2 }),
        port: some(fc.constantFrom(...linkPortsOf(from))),
        when: seldom(condition),
      })
      .map(({ drawn, port, when }): LinkDefinition[] => {
        if (drawn > 0) return [];
        const plain = { id: `${from.id}_${to.id}`, from: from.id, to: to.id };
        if (!features.cuts) return [{ ...plain, ports: [] }];
        return [{ ...plain, ports: port ? [port] : [], ...(when ? { when } : {}) }];
      }),
  );
  return fc.tuple(...links).map((each) => each.flat());
}

function linkPortsOf(step: StepDefinition): string[] {
  return step.kind === 'task' && step.repeat ? [...step.ports, 'each'] : step.ports;
}

function exitsOf(targets: string[], earlier: string[]): fc.Arbitrary<ExitDefinition[]> {
  const target = fc.constantFrom(...targets);
  const ungated = some(fc.constant(true as const));
  const auto = fc
    .record({ to: target, when: seldom(condition) })
    .map(({ to, ...more }) => exit('auto', 'auto', to, without(more)));
  const early = fc
    .record({ to: target, when: condition, ungated })
    .map(({ to, ...more }) => exit('early', 'auto', to, without(more)));
  const event = fc
    .record({
      to: target,
      event: fc.constantFrom('deadline', ...eventNames),
      when: some(condition),
      ungated,
    })
    .map(({ to, ...more }) => exit('called', 'event', to, without(more)));
  const out = fc
    .constantFrom(...targets.filter((each) => each !== 'lost'))
    .map((to) => exit('out', 'manual', to));
  const continueIn = { process: 'other' };
  const join = fc.constant(exit('join', 'manual', 'continue', { continueIn }));
  return fc
    .tuple(
      seldom(early),
      some(event),
      backsOf(earlier, eventNames),
      maybe(7, auto),
      out,
      seldom(join),
    )
    .map((exits) => exits.flat().filter((each) => each !== undefined));
}

function stageOf(at: number, stages: number, features: Features): fc.Arbitrary<StageDefinition> {
  const later = Array.from({ length: stages - at - 1 }, (_, n) => `stage${at + n + 1}`);
  // The next stage more often than an end.
  const next = later.slice(0, 1);
  const targets = [...next, ...next, ...later, 'won', 'lost'];
  const earlier = Array.from({ length: at + 1 }, (_, n) => `stage${n}`);
  const good = fc.constantFrom(is('f', true), is('g', 1), is('t', 'a'));
  const criteria = fc
    .array(good, { maxLength: 1 })
    .map((all) => all.map((when, n) => ({ id: `c${n}`, when })));
  return fc
    .integer({ min: 0, max: 6 })
    .chain((count) => stepsOf(count, targets, features))
    .chain((steps) =>
      fc
        .tuple(linksOf(steps, features), features.ordered ? reworksOf(steps) : fc.constant([]))
        .map(([links, reworks]) => ({ steps, links: [...links, ...reworks] })),
    )
    .chain(({ steps, links }) =>
      fc.record({
        steps: joinsOf(steps, links, features),
        links: fc.constant(links),
        exits: exitsOf(targets, earlier),
        criteria,
        entry: criteria,
        after: some(randomTiming(features.instant ? orInstant : duration, condition)),
        field: some(fc.constant('d')),
        agreed: seldom(fc.constant(true as const)),
        policy: some(fc.constant('standard')),
      }),
    )
    .map(({ after, field, agreed, policy, ...parts }) =>
      stage(`stage${at}`, {
        ...parts,
        ...(after || field
          ? { deadline: without({ after, field, agreed }) as { field: string } }
          : {}),
        ...(policy ? { policy } : {}),
      }),
    );
}

/** A process of up to four stages with up to six steps each, as publishing would let it pass. */
export function randomProcess(features: Features): fc.Arbitrary<ProcessDefinition> {
  return fc
    .integer({ min: 1, max: 4 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => stageOf(at, n, features))))
    .map((stages) => withPolicy(followed(process(stages, watched))))
    .chain((plain) => (features.ordered ? besides(plain, features) : fc.constant(plain)));
}

function withPolicy(plain: ProcessDefinition): ProcessDefinition {
  return { ...plain, policies: { ...plain.policies, acting: actingLevels } };
}

/** With process clocks and rails beside the stages. */
function besides(plain: ProcessDefinition, features: Features): fc.Arbitrary<ProcessDefinition> {
  const parts = { stages: plain.stages, condition, duration, events: eventNames };
  const drawSteps = (targets: string[]) =>
    fc
      .integer({ min: 0, max: 3 })
      .chain((count) => stepsOf(count, targets, features))
      .chain((steps) => fc.record({ steps: fc.constant(steps), links: linksOf(steps, features) }));
  return fc
    .record({ clocks: randomClocks(parts), rails: randomRails(parts, drawSteps) })
    .map((more) => ({ ...plain, ...more }));
}
