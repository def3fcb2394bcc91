import fc from 'fast-check';
import type {
  ExitDefinition,
  LinkDefinition,
  ProcessDefinition,
  StageDefinition,
} from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { exit, followed, is, process, stage } from './process.ts';
import { actingLevels, randomClocks, randomRails, randomTiming } from './random-clocks.ts';
import { backsOf, joinsOf, reworksOf } from './random-flow.ts';
import { condition, maybe, seldom, some, without } from './random-parts.ts';
import { duration, eventNames, orInstant, stepsOf, type Features } from './random-steps.ts';

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
