import fc from 'fast-check';
import type { Value } from '../condition.ts';
import type { FieldScope } from '../scope.ts';

const options = ['roof', 'ground', 'carport'].map((value) => ({ value, label: value }));

export const sampleScope: FieldScope = {
  margin: { type: 'percent' },
  value: { type: 'money' },
  count: { type: 'number' },
  city: { type: 'text' },
  note: { type: 'text' },
  signedOn: { type: 'date' },
  owner: { type: 'boolean' },
  reachable: { type: 'boolean' },
  site: { type: 'choice', options },
  wishes: { type: 'choices' },
  asked: { type: 'choices' },
  phone: { type: 'text', personal: true },
  contract: { type: 'file' },
  story: { type: 'longText' },
};

/** One expression in two spellings: as people write it, and with every number a double. */
export interface Expression {
  text: string;
  doubles: string;
}

const plain = (text: string): Expression => ({ text, doubles: text });

/** Puts operands into a template: `$` stands for the next one. */
function fill(template: string, ...operands: Expression[]): Expression {
  const pieces = template.split('$');
  const join = (key: keyof Expression) =>
    pieces.map((piece, i) => piece + (operands[i]?.[key] ?? '')).join('');
  return { text: join('text'), doubles: join('doubles') };
}

const field = (...ids: string[]) => fc.constantFrom(...ids.map((id) => plain(`deal.${id}`)));
const words = ['', 'a', 'Łódź', 'roof', 'roof tile', '2026-11-01', 'ground', '🌞b', 'q"\\'];
const anyWord = fc.constantFrom(...words);
const quoted = (word: string) => plain(JSON.stringify(word));
const anyOption = fc.constantFrom(...options.map(({ value }) => quoted(value)));
const anyNumber = fc
  .oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom(0.5, 2.25, 1e21, 1e-9, Number.MAX_SAFE_INTEGER),
  )
  .map((n) => ({
    text: String(n).replace('e+', 'e'),
    doubles: /[.e]/.test(String(n)) ? String(n) : `${n}.0`,
  }));

type Kind = 'bool' | 'number' | 'text' | 'list';

/** Well-typed expressions; inside of `exists` and `all` with their variable. */
const grammar = fc.letrec<Record<Kind, Expression>>((tie) => {
  const [bool, number, text, list] = [tie('bool'), tie('number'), tie('text'), tie('list')];
  const of = (template: string, ...operands: fc.Arbitrary<Expression>[]) =>
    fc.tuple(...operands).map((filled) => fill(template, ...filled));
  const any = (operators: string[], left: typeof bool, right: typeof bool) =>
    fc.constantFrom(...operators).chain((op) => of(`($ ${op} $)`, left, right));
  const orders = ['==', '!=', '<', '<=', '>', '>='];
  const choice = field('site');
  const loop = fc.constantFrom(
    'x == "roof"',
    'x != deal.note',
    'x.startsWith(deal.note)',
    'x in deal.asked',
    'deal.asked.all(y, y != x)',
    'deal.asked.exists(x, x == deal.city)',
    'deal.owner',
    'x.contains("r") && has(deal.city)',
  );
  const oneOf = (...all: fc.Arbitrary<Expression>[]) =>
    fc.oneof({ maxDepth: 5, depthIdentifier: 'expression' }, ...all);
  return {
    bool: oneOf(
      fc.oneof(
        field('owner', 'reachable'),
        fc.constantFrom('true', 'false').map(plain),
        fc.constantFrom(...Object.keys(sampleScope)).map((id) => plain(`has(deal.${id})`)),
      ),
      any(['&&', '||'], bool, bool),
      any(['&&', '||'], bool, bool),
      of('!($)', bool),
      of('($ ? $ : $)', bool, bool, bool),
      any(orders, number, number),
      any(orders, text, text),
      any(['==', '!='], bool, bool),
      any(['==', '!='], list, list),
      any(['==', '!='], choice, anyOption),
      of('($ in [$, $])', choice, anyOption, anyOption),
      of('($ in $)', text, list),
      of('($ in [$, $])', number, number, number),
      fc
        .constantFrom('contains', 'startsWith', 'endsWith')
        .chain((name) => of(`($).${name}($)`, text, text)),
      fc
        .tuple(fc.constantFrom('exists', 'all'), list, loop)
        .map(([name, items, test]) => fill(`($).${name}(x, ${test})`, items)),
      fc
        .tuple(number, number, number, field('margin', 'count'))
        .map((filled) => fill('[$, $, $].exists(n, n > $)', ...filled)),
    ),
    number: oneOf(
      fc.oneof(field('margin', 'value', 'count'), anyNumber),
      any(['+', '-', '*'], number, number),
      of('($ / $)', number, fc.constantFrom(plain('4.0'), { text: '7', doubles: '7.0' })),
      of('-($)', number),
      of('($ ? $ : $)', bool, number, number),
      list.map(({ text: t, doubles }) => ({
        text: `size(${t})`,
        doubles: `double(size(${doubles}))`,
      })),
      text.map(({ text: t, doubles }) => ({
        text: `(${t}).size()`,
        doubles: `double(size(${doubles}))`,
      })),
    ),
    text: oneOf(
      fc.oneof(field('city', 'note'), anyWord.map(quoted)),
      of('($ + $)', text, text),
      of('($ ? $ : $)', bool, text, text),
    ),
    list: oneOf(
      fc.oneof(field('wishes', 'asked'), fc.constant(plain('[]'))),
      of('[$, $]', text, text),
      of('($ + $)', list, list),
      of('($ ? $ : $)', bool, list, list),
    ),
  };
});

export const anyCondition = grammar.bool;

/** The fields that are set, each with a value that fits it. */
export const anyValues: fc.Arbitrary<Record<string, Value>> = fc.record(
  {
    margin: fc.double({ min: -50, max: 50, noNaN: true }),
    value: fc.integer({ min: 0, max: 1e9 }),
    count: fc.integer({ min: 0, max: 40 }),
    city: anyWord,
    note: anyWord,
    signedOn: fc.constantFrom('2026-01-31', '2027-02-28'),
    owner: fc.boolean(),
    reachable: fc.boolean(),
    site: fc.constantFrom('roof', 'ground', 'carport'),
    wishes: fc.subarray(['roof', 'ground', 'carport']),
    asked: fc.subarray(['roof', 'ground', 'carport']),
  },
  { requiredKeys: [] },
);
