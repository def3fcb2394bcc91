import type { Condition } from './condition.ts';
import { knownSet } from './known-set.ts';

/** What a condition asks of the deal; each field once, in the order of the text. */
export interface Reads {
  /** Fields whose value is read. */
  reads: string[];
  /** Fields that are only asked whether they are set. */
  tests: string[];
  /**
   * Fields that are read where no `has` of theirs, earlier in the text, protects them (E7):
   * unless they surely have a value there, publishing must refuse.
   */
  unguardedReads: string[];
}

/** Finds the reads of a condition and which of them are protected. */
export function readsOf(condition: Condition): Reads {
  const found = { reads: new Set<string>(), tests: new Set<string>(), open: new Set<string>() };
  visit(condition, new Set(), found);
  return {
    reads: [...found.reads],
    tests: [...found.tests].filter((field) => !found.reads.has(field)),
    unguardedReads: [...found.open],
  };
}

type Fields = ReadonlySet<string>;

/** `set` holds the fields that surely have a value when this part is reached. */
function visit(
  condition: Condition,
  set: Fields,
  found: Record<'reads' | 'tests' | 'open', Set<string>>,
): void {
  switch (condition.op) {
    case 'field':
      found.reads.add(condition.args[0]);
      if (!set.has(condition.args[0])) found.open.add(condition.args[0]);
      break;
    case 'has':
      found.tests.add(condition.args[0]);
      break;
    case '&&':
    case '||': {
      const [left, right] = condition.args;
      visit(left, set, found);
      visit(right, union(set, knownSet(left, condition.op === '&&')), found);
      break;
    }
    case '?:': {
      const [test, then, otherwise] = condition.args;
      visit(test, set, found);
      visit(then, union(set, knownSet(test, true)), found);
      visit(otherwise, union(set, knownSet(test, false)), found);
      break;
    }
    case 'literal':
    case 'item':
      break;
    default:
      for (const arg of condition.args) if (typeof arg !== 'string') visit(arg, set, found);
  }
}

function union(a: Fields, b: Fields): Fields {
  return new Set([...a, ...b]);
}
