/** What is surely set when a condition is true, and when it is false. */
export interface Facts {
  yes: ReadonlySet<string>;
  no: ReadonlySet<string>;
  /** The operand as it stands: a name, a text or number, or a word such as `nil`. */
  path?: string;
  solid?: true;
  word?: string;
}

const nothing: ReadonlySet<string> = new Set();

export const unknownFacts: Facts = { yes: nothing, no: nothing };

export function factsOfPath(path: string): Facts {
  return { yes: new Set([path]), no: nothing, path };
}

/** Facts of `left operator right`; `not` has a right side alone. */
export function combine(operator: string, left: Facts, right: Facts): Facts {
  switch (operator) {
    case 'and':
      return { yes: union(left.yes, right.yes), no: shared([left.no, right.no]) };
    case 'or':
      return { yes: shared([left.yes, right.yes]), no: union(left.no, right.no) };
    case 'not':
      return { yes: right.no, no: right.yes };
    case '==':
      return equality(left, right);
    case '!=':
      return combine('not', unknownFacts, equality(left, right));
    case 'contains':
      return left.path !== undefined && right.solid
        ? { ...unknownFacts, yes: left.yes }
        : unknownFacts;
    default:
      return unknownFacts;
  }
}

/** Who equals a text has a value, and so has who does not equal nothing. */
function equality(left: Facts, right: Facts): Facts {
  const [named, other] = left.path === undefined ? [right, left] : [left, right];
  if (named.path === undefined) return unknownFacts;
  if (other.solid) return { ...unknownFacts, yes: named.yes };
  const isNothing = other.word === 'nil' || other.word === 'null' || other.word === 'blank';
  return isNothing ? { ...unknownFacts, no: named.yes } : unknownFacts;
}

export function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}

/** What all of them hold. */
export function shared(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = nothing, ...others] = sets;
  return new Set([...first].filter((name) => others.every((set) => set.has(name))));
}
