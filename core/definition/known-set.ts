import type { Condition } from '../condition/condition.ts';

/**
 * Fields that are surely set when a condition came out as `truth`: it would have been an error
 * otherwise, or it asked `has`. Errs on the side of fewer fields.
 */
export function knownSet(condition: Condition, truth: boolean): Set<string> {
  switch (condition.op) {
    case 'has':
      return new Set(truth ? condition.args : []);
    case 'field':
      return new Set(condition.args);
    case '!':
      return knownSet(condition.args[0], !truth);
    case '&&':
    case '||': {
      const [left, right] = condition.args.map((arg) => knownSet(arg, truth)) as [Fields, Fields];
      return (condition.op === '&&') === truth ? union(left, right) : intersection(left, right);
    }
    case '?:': {
      const [test, then, otherwise] = condition.args;
      return intersection(
        union(knownSet(test, true), knownSet(then, truth)),
        union(knownSet(test, false), knownSet(otherwise, truth)),
      );
    }
    case 'exists':
    case 'all':
      return evaluated(condition.args[0]);
    case 'literal':
    case 'item':
      return new Set();
    default:
      return condition.args.map(evaluated).reduce(union, new Set());
  }
}

type Fields = Set<string>;

/** Fields that are set when the expression gave any value at all. */
function evaluated(condition: Condition): Fields {
  return intersection(knownSet(condition, true), knownSet(condition, false));
}

function union(a: Fields, b: Fields): Fields {
  return new Set([...a, ...b]);
}

function intersection(a: Fields, b: Fields): Fields {
  return new Set([...a].filter((field) => b.has(field)));
}
