import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, NotPublishableError } from '#core/definition/compile.ts';
import { sampleDirectory } from '#core/definition/testing/sample-directory.ts';
import { validate, validateDrawing } from '#core/definition/validate.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { scenarioSchema } from '#core/simulation/scenario.ts';
import { simulate } from '#core/simulation/simulate.ts';
import afterSale from './after-sale.json' with { type: 'json' };
import inbound from './inbound.json' with { type: 'json' };
import outbound from './outbound.json' with { type: 'json' };
import photovoltaics from './photovoltaics.json' with { type: 'json' };
import quickQuote from './quick-quote.json' with { type: 'json' };
import saasTrial from './saas-trial.json' with { type: 'json' };
import { runsOr, seed } from '#core/testing/random-cases.ts';

/** SEED repeats a run, CASES sets how many drawings are looked at. */
const numRuns = runsOr(60);
console.log(`changed samples: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const samples = [photovoltaics, saasTrial, outbound, inbound, afterSale, quickQuote].map((sample) =>
  drawingSchema.parse(sample),
);

type Open = Record<string | number, unknown>;

/** Texts that people leave behind, and names of things that are not drawn. */
const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'zz',
    '{{',
    '}}',
    '{% if %}',
    '{{ deal.gone }}',
    'deal.gone',
    '1.0',
    '"',
  ),
  fc.constantFrom(
    'won',
    'lost',
    'continue',
    'constructor',
    '__proto__',
    'true',
    'deal.',
    '((',
    '\n',
  ),
  fc.string({ maxLength: 12 }),
);

/** Walks down to an element by picks and changes it in place: removed, emptied, or another value. */
function change(root: unknown, picks: readonly number[], text: string): void {
  let at = root as Open;
  for (const pick of picks) {
    const keys = Object.keys(at);
    const key = keys[pick % Math.max(1, keys.length)];
    if (key === undefined) return;
    const value = at[key];
    if (typeof value === 'object' && value !== null && pick % 7 !== 0) at = value as Open;
    else return replace(at, key, text, pick);
  }
}

function replace(at: Open, key: string, text: string, pick: number): void {
  const value = at[key];
  if (Array.isArray(at)) at.splice(Number(key), 1, ...(pick % 2 ? [] : [text]));
  else if (typeof value === 'string') at[key] = text;
  else if (typeof value === 'number') at[key] = pick % 3 ? 0 : pick;
  else if (Array.isArray(value)) at[key] = [];
  else delete at[key];
}

const changed = fc
  .record({
    sample: fc.constantFrom(...samples.keys()),
    changes: fc.array(
      fc.record({
        picks: fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 9 }),
        text: oddText,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ sample, changes }): Drawing => {
    let drawing = samples[sample]!;
    for (const { picks, text } of changes) {
      const next = structuredClone(drawing);
      change(next, picks, text);
      const parsed = drawingSchema.safeParse(next);
      if (parsed.success) drawing = parsed.data;
    }
    return drawing;
  });

/** The sample once for each of its texts, with that text empty, where the shape allows it. */
function* withoutOneText(
  sample: Drawing,
  value: unknown = sample,
  path: string[] = [],
): Iterable<Drawing> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* withoutOneText(sample, inner, [...path, key]);
    }
  }
  if (typeof value !== 'string') return;
  const next = structuredClone(sample);
  let at = next as unknown as Open;
  for (const key of path.slice(0, -1)) at = at[key] as Open;
  at[path.at(-1)!] = '';
  const parsed = drawingSchema.safeParse(next);
  if (parsed.success) yield parsed.data;
}

const month = scenarioSchema.parse({
  format: 1,
  start: { at: '2026-09-07T09:00:00+02:00' },
  acts: [{ act: 'pass', at: '30d' }],
});

describe('a sample of which one text is empty', () => {
  it.each(samples.map((sample) => [sample.name, sample]))(
    '%s is judged',
    { timeout: 1_800_000 },
    (_, sample) => {
      for (const drawing of withoutOneText(sample)) {
        const codes = validateDrawing(drawing).map(({ code }) => code);
        expect(codes).not.toContain('check-failed');
      }
    },
  );
});

describe('a sample that was changed in any way that the shape of drawings allows', () => {
  it('is validated by checks of which none fails itself', { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(changed, (drawing) => {
        const codes = validate(drawing, sampleDirectory()).map(({ code }) => code);
        expect(codes).not.toContain('check-failed');
      }),
      { seed, numRuns },
    );
  });

  it('is refused, or compiles and can be simulated', { timeout: 1_800_000 }, () => {
    let published = 0;
    fc.assert(
      fc.property(changed, (drawing) => {
        const wrong = validateDrawing(drawing).some(({ severity }) => severity === 'error');
        const act = () => compile(drawing, { process: 'ANY' });
        if (wrong) {
          expect(act).toThrow(NotPublishableError);
          return;
        }
        expect(simulate(act(), month).facts.length).toBeGreaterThan(0);
        published += 1;
      }),
      { seed, numRuns },
    );
    expect(published).toBeGreaterThan(0);
  });
});
