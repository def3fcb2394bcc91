import type { Condition } from './condition.ts';

type Fields = ReadonlySet<string>;

/** Fields that surely have a value once a condition came out as yes, and as no. */
interface Known {
  yes: Fields;
  no: Fields;
}

const nothing: Known = { yes: new Set(), no: new Set() };

/**
 * Fields that are surely set when a condition came out as `truth`: it asked `has`, or it would
 * have been an error otherwise (E7). Errs on the side of fewer fields. Linear in the condition.
 */
export function knownSet(condition: Condition, truth: boolean): Fields {
  const { yes, no } = knownOf(condition);
  return truth ? yes : no;
}

function knownOf(condition: Condition): Known {
  switch (condition.op) {
    case 'has':
      return { yes: new Set(condition.args), no: nothing.no };
    case 'field':
      return both(new Set(condition.args));
    case 'literal':
    case 'item':
      return nothing;
    case '!': {
      const { yes, no } = knownOf(condition.args[0]);
      return { yes: no, no: yes };
    }
    case '&&':
    case '||': {
      const [a, b] = [knownOf(condition.args[0]), knownOf(condition.args[1])];
      return condition.op === '&&'
        ? { yes: union(a.yes, b.yes), no: intersection(a.no, b.no) }
        : { yes: intersection(a.yes, b.yes), no: union(a.no, b.no) };
    }
    case '?:':
      return choice(condition.args.map(knownOf) as [Known, Known, Known]);
    case 'exists':
    case 'all':
      return both(evaluated(condition.args[0]));
    default:
      return both(condition.args.map(evaluated).reduce(union, nothing.yes));
  }
}

function choice([test, then, otherwise]: [Known, Known, Known]): Known {
  const when = (truth: keyof Known) =>
    intersection(union(test.yes, then[truth]), union(test.no, otherwise[truth]));
  return { yes: when('yes'), no: when('no') };
}

/** Fields that are set when an expression gave any value at all. */
function evaluated(condition: Condition): Fields {
  const { yes, no } = knownOf(condition);
  return intersection(yes, no);
}

function both(fields: Fields): Known {
  return { yes: fields, no: fields };
}

function union(a: Fields, b: Fields): Fields {
  return new Set([...a, ...b]);
}

function intersection(a: Fields, b: Fields): Fields {
  return new Set([...a].filter((field) => b.has(field)));
}
