import fc from 'fast-check';
import type { ProcessDefinition } from '../../definition/definition.ts';
import { approval, each, email, exit, followed, process, stage, task } from './process.ts';
import { watched } from './random-process.ts';
import { duration, mandatory, orInstant, type Features } from './random-steps.ts';
import { seldom, without } from './random-parts.ts';

/**
 * Three stages that deals pass quickly: approved work that a change of `g` or `f` voids, carried work,
 * and items. Without conditions, so that much happens behind it.
 */
export function quickProcess({ instant }: Features): fc.Arbitrary<ProcessDefinition> {
  const time = instant ? orInstant : duration;
  const until = fc.constantFrom({}, {}, { until: 'stage2' });
  const carried = (id: string) =>
    fc
      .record({ mandatory, due: time, policy: fc.constant('standard'), carry: until })
      .map((more) => task(id, more));
  const approved = (id: string) =>
    fc
      .record({
        carry: seldom(until),
        voidOn: fc.constantFrom(['g'], ['g', 'f']),
        due: seldom(time),
      })
      .map((more) => approval(id, without(more) as object));
  const items = fc
    .record({
      late: fc.constantFrom('wait' as const, 'goOn' as const, 'cancel' as const),
      mayAdd: fc.constant(true as const),
    })
    .map((more) => each('s2', more));
  const mode = fc.constantFrom('auto' as const, 'manual' as const);
  const on = (at: number, to: string) => mode.map((each) => exit(`on${at}`, each, to));
  const parts = fc.record({
    first: fc.tuple(approved('s0'), fc.constantFrom(task('s1'), email('s1')), carried('s2')),
    second: fc.tuple(approved('s0'), carried('s1'), items),
    exits: fc.tuple(on(0, 'stage1'), on(1, 'stage2'), on(2, 'won')),
  });
  return parts.map(({ first, second, exits: [a, b, c] }) => {
    const out = exit('out', 'manual', 'won');
    const stages = [
      stage('stage0', { steps: first, links: ['s0>s1'], exits: [a, out] }),
      stage('stage1', { steps: second, links: ['s0>s2'], exits: [b, out] }),
      stage('stage2', { steps: [task('s0'), approval('s1')], exits: [c, out] }),
    ];
    return followed(process(stages, watched));
  });
}
