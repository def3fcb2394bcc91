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
  assignDeal,
  assignTask,
  branch,
  email,
  exit,
  has,
  is,
  leave,
  literal,
  notify,
  process,
  stage,
  task,
  update,
  wait,
  waitFor,
} from './process.ts';
import { actingLevels, randomClocks, randomRails, randomTiming } from './random-clocks.ts';

/** Values under which every criterion of a random process holds and every condition can be read. */
export const goodValues = { f: true, g: 1, t: 'a', d: '2026-10-01' };
export const watched = { f: 'value', g: 'value', t: 'value', d: 'value', p: 'isSet' } as const;
export const eventNames = ['reply', 'sign'] as const;

/** What a random process may contain; the plainest has tasks, waits and mails in a chain. */
export interface Features {
  /** `update`, `assign` and `leave`: what makes the order of completions matter. */
  ordered: boolean;
  /** Conditions and ports on links. */
  cuts: boolean;
  /** Durations of nothing: due at the very instant at which they begin. */
  instant: boolean;
}

const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((value) => is('f', value)),
  fc.integer({ min: 0, max: 2 }).map((value) => is('g', value)),
  fc.constantFrom('a', 'b').map((value) => is('t', value)),
  fc.boolean().map(literal),
  fc.constant(has('p')),
);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: atom },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map((args): Condition => ({ op: '&&', args })) },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map((args): Condition => ({ op: '||', args })) },
);

const duration: fc.Arbitrary<Duration> = fc.constantFrom<Duration>(
  { n: 10, unit: 'min' },
  { n: 30, unit: 'min' },
  { n: 2, unit: 'h' },
  { n: 3, unit: 'bh' },
  { n: 1, unit: 'bd' },
  { n: 2, unit: 'd' },
);

const orInstant = fc.oneof(
  { weight: 5, arbitrary: duration },
  { weight: 1, arbitrary: fc.constant<Duration>({ n: 0, unit: 'min' }) },
);

const assignee: fc.Arbitrary<Assignee> = fc.constantFrom<Assignee>(
  { kind: 'owner' },
  { kind: 'person', person: 'pia' },
  { kind: 'department', department: 'technical' },
  { kind: 'department', department: 'closed' },
);

const maybe = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const some = <T>(arbitrary: fc.Arbitrary<T>) => maybe(4, arbitrary);
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => maybe(2, arbitrary);

const without = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter((entry) => entry[1] !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Whether a step is mandatory: mostly, seldom not, seldom by a condition. */
const mandatory: fc.Arbitrary<boolean | Condition> = fc.oneof(
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
    })
    .map((more) => task(id, without(more) as object));
  return fc.oneof(
    { weight: 6, arbitrary: tasks },
    { weight: 2, arbitrary: randomTiming(time, condition).map((each) => wait(id, each)) },
    { weight: 2, arbitrary: mandatory.map((each) => email(id, { mandatory: each })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...eventNames), time, fc.constantFrom('stageEntry', 'start'))
        .map(([event, timeout, accepts]) => waitFor(id, event, timeout, accepts as 'start')),
    },
    { weight: 1, arbitrary: fc.constant(notify(id)) },
    { weight: 1, arbitrary: condition.map((when) => branch(id, [{ port: 'one', when }])) },
  );
}

function orderedStep(id: string, targets: string[], at: number): fc.Arbitrary<StepDefinition> {
  const field = { op: 'field', args: ['g'] } satisfies Condition;
  return fc.oneof(
    fc.constantFrom(literal(0), literal(1), field).map((value) => update(id, 'g', value)),
    fc.constantFrom('2026-09-08', '2026-09-20').map((date) => update(id, 'd', literal(date))),
    assignee.map((to) => assignDeal(id, to)),
    fc.tuple(fc.nat(7), assignee).map(([n, to]) => assignTask(id, `s${(at + n) % 8}`, to)),
    fc.constantFrom(...targets).map((to) => leave(id, to, to === 'lost' ? 'timing' : undefined)),
  );
}

function stepsOf(count: number, targets: string[], features: Features) {
  const step = (at: number) => {
    const plain = plainStep(`s${at}`, features);
    const ordered = orderedStep(`s${at}`, targets, at);
    const any = features.ordered
      ? fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: ordered })
      : plain;
    return fc
      .tuple(any, seldom(condition))
      .map(([drawn, when]) => (when === undefined ? drawn : { ...drawn, when }));
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
        port: some(fc.constantFrom(...from.ports)),
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

function exitsOf(targets: string[]): fc.Arbitrary<ExitDefinition[]> {
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
  return fc
    .tuple(seldom(early), some(event), maybe(7, auto), out)
    .map((exits) => exits.filter((each) => each !== undefined));
}

function stageOf(at: number, stages: number, features: Features): fc.Arbitrary<StageDefinition> {
  const later = Array.from({ length: stages - at - 1 }, (_, n) => `stage${at + n + 1}`);
  // The next stage more often than an end.
  const next = later.slice(0, 1);
  const targets = [...next, ...next, ...later, 'won', 'lost'];
  const good = fc.constantFrom(is('f', true), is('g', 1), is('t', 'a'));
  const criteria = fc
    .array(good, { maxLength: 1 })
    .map((all) => all.map((when, n) => ({ id: `c${n}`, when })));
  return fc
    .integer({ min: 0, max: 6 })
    .chain((count) => stepsOf(count, targets, features))
    .chain((steps) =>
      fc.record({
        steps: fc.constant(steps),
        links: linksOf(steps, features),
        exits: exitsOf(targets),
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
    .map((stages) => withPolicy(process(stages, watched)))
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
