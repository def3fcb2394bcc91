import fc from 'fast-check';
import type { Condition } from '../../condition/condition.ts';
import { has, is, literal } from './process.ts';

const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((value) => is('f', value)),
  fc.integer({ min: 0, max: 2 }).map((value) => is('g', value)),
  fc.constantFrom('a', 'b').map((value) => is('t', value)),
  fc.boolean().map(literal),
  fc.constant(has('p')),
);

/** A condition on the fields of a random process. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: atom },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map((args): Condition => ({ op: '&&', args })) },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map((args): Condition => ({ op: '||', args })) },
);

/** Undefined, but for `weight` times of ten. */
export const maybe = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
export const some = <T>(arbitrary: fc.Arbitrary<T>) => maybe(4, arbitrary);
export const seldom = <T>(arbitrary: fc.Arbitrary<T>) => maybe(2, arbitrary);

/** Without the keys whose value is undefined. */
export const without = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter((entry) => entry[1] !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
