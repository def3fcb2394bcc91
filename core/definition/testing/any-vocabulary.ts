import fc from 'fast-check';
import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';
import { fullDrawing } from './full-drawing.ts';

/** Where a value of a drawing stands: keys from its root. */
type Spot = (string | number)[];

/** All values of the full drawing by place, so that each kind of element is met. */
function spots(value: unknown, at: Spot = []): Spot[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    spots(item, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? inner : [at, ...inner];
}

const all = spots(fullDrawing());
const ids = all
  .filter((spot) => spot.at(-1) === 'id')
  .map((spot) => String(valueAt(fullDrawing(), spot)));
const words = [
  'won',
  'lost',
  'continue',
  'constructor',
  'toString',
  '{{ x',
  'deal.size > 1.0',
  'each',
];

/** What a value is replaced by: something of the same drawing, or nothing at all. */
const replacement = fc.oneof(
  fc.constantFrom(...ids, ...words),
  fc.integer({ min: -3, max: 12 }),
  fc.boolean(),
  fc.constant(undefined),
  fc.constant([]),
  fc.nat().map((n) => valueAt(fullDrawing(), all[n % all.length]!)),
);
const change = fc.tuple(fc.constantFrom(...all), replacement);

/**
 * The full drawing with up to `most` values replaced, as far as its shape is accepted: circles, dead ends,
 * unknown ids and rails the wrong way round, with every kind of step.
 */
export function anyVocabulary(most: number): fc.Arbitrary<Drawing> {
  return fc.array(change, { maxLength: most }).map((changes) => {
    let drawing = fullDrawing();
    for (const [spot, value] of changes) {
      const changed = structuredClone(drawing);
      const parsed = drawingSchema.safeParse(put(changed, spot, value));
      if (parsed.success) drawing = parsed.data;
    }
    return drawing;
  });
}

function valueAt(root: unknown, spot: Spot): unknown {
  let value = root;
  for (const key of spot) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

function put(root: Drawing, spot: Spot, value: unknown): Drawing {
  const home = valueAt(root, spot.slice(0, -1));
  if (typeof home !== 'object' || home === null) return root;
  (home as Record<string, unknown>)[spot.at(-1)!] = value;
  return root;
}
