import { describe, expect, it } from 'vitest';
import { compile } from '#core/definition/compile.ts';
import { sampleDirectory } from '#core/definition/testing/sample-directory.ts';
import { validate } from '#core/definition/validate.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import afterSale from './after-sale.json' with { type: 'json' };
import inbound from './inbound.json' with { type: 'json' };
import outbound from './outbound.json' with { type: 'json' };
import photovoltaics from './photovoltaics.json' with { type: 'json' };
import quickQuote from './quick-quote.json' with { type: 'json' };
import saasTrial from './saas-trial.json' with { type: 'json' };

const samples = [
  ['photovoltaics', photovoltaics],
  ['saas-trial', saasTrial],
  ['outbound', outbound],
  ['inbound', inbound],
  ['after-sale', afterSale],
  ['quick-quote', quickQuote],
] as const;

describe.each(samples)('the sample %s', (process, sample) => {
  it('can be published as it is, without even a warning', () => {
    expect(validate(drawingSchema.parse(sample), sampleDirectory())).toEqual([]);
  });

  it('compiles to a few hundred bytes a step, all it reads included, and keeps no label', () => {
    const drawing = drawingSchema.parse(sample);
    const text = JSON.stringify(compile(drawing, { process }));
    const steps = [...drawing.stages, ...(drawing.rails ?? [])].flatMap((part) => part.steps);
    expect(text.length).toBeLessThan(2_000 + 500 * steps.length);
    for (const stage of drawing.stages) expect(text).not.toContain(stage.name);
  });

  it('names departments that the demo has, and stages as actions of six or fewer words', () => {
    const { stages } = drawingSchema.parse(sample);
    for (const { name, shortName = name } of stages) {
      expect(name.split(' ').length).toBeLessThanOrEqual(6);
      expect(shortName.length).toBeLessThanOrEqual(22);
    }
  });
});
