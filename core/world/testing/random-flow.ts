import fc from 'fast-check';
import type { ExitDefinition, LinkDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { exit } from './process.ts';
import { condition, seldom, some, without } from './random-parts.ts';

/** Joins where several links meet; without cuts every join can be reached. */
export function joinsOf(
  steps: StepDefinition[],
  links: LinkDefinition[],
  { ordered, cuts }: { ordered: boolean; cuts: boolean },
): fc.Arbitrary<StepDefinition[]> {
  const joined = steps.map((step) => {
    const incoming = links.filter(({ to, rework }) => to === step.id && !rework).length;
    if (incoming < 2) return fc.constant(step);
    const late = ordered ? fc.constantFrom('cancel', 'cancel', 'ignore') : fc.constant('ignore');
    const need = fc.integer({ min: 1, max: cuts ? incoming + 1 : incoming });
    return some(fc.record({ need, late })).map((join): StepDefinition =>
      join ? { ...step, join: join as { need: number; late: 'ignore' } } : step,
    );
  });
  return fc.tuple(...joined);
}

/** Rework leads from a step to itself or to one before. */
export function reworksOf(steps: StepDefinition[]): fc.Arbitrary<LinkDefinition[]> {
  const senders = steps.filter(({ ports }) => ports.length > 0);
  if (senders.length === 0) return fc.constant([]);
  const one = fc
    .record({ from: fc.constantFrom(...senders), back: fc.nat(4), max: fc.constantFrom(1, 1, 2) })
    .chain(({ from, back, max }) =>
      fc
        .record({ port: some(fc.constantFrom(...from.ports)), when: seldom(condition) })
        .map(({ port, when }): LinkDefinition => {
          const to = steps[Math.max(0, steps.indexOf(from) - back)]!.id;
          const id = `${from.id}_back_${to}`;
          const link = { id, from: from.id, to, ports: port ? [port] : [], rework: max };
          return when ? { ...link, when } : link;
        }),
    );
  const unique = { maxLength: 2, selector: ({ id }: LinkDefinition) => id };
  return some(fc.uniqueArray(one, unique)).map((links) => links ?? []);
}

/** Ways back: by hand as often as one likes, by itself or by an event only so often. */
export function backsOf(
  earlier: string[],
  events: readonly string[],
): fc.Arbitrary<ExitDefinition[]> {
  const to = fc.constantFrom(...earlier);
  const redo = some(fc.subarray(['s0', 's1', 's2', 's3']));
  const max = fc.integer({ min: 1, max: 2 });
  const byHand = fc
    .record({ to, redo, max: some(max), when: seldom(condition) })
    .map(({ to, ...more }) => exit('back', 'manual', to, without(more)));
  const byItself = fc
    .record({ to, redo, max, when: some(condition) })
    .map(({ to, ...more }) => exit('rebound', 'auto', to, without(more)));
  const called = fc
    .record({ to, redo, max, event: fc.constantFrom('deadline', ...events) })
    .map(({ to, ...more }) => exit('recall', 'event', to, without(more)));
  return fc
    .tuple(some(byHand), seldom(byItself), seldom(called))
    .map((exits) => exits.filter((each) => each !== undefined));
}
