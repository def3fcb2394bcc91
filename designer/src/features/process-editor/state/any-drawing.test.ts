import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '#core/definition/compile.ts';
import { sampleDirectory } from '#core/definition/testing/sample-directory.ts';
import { validate } from '#core/definition/validate.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { scenarioSchema } from '#core/simulation/scenario.ts';
import { simulate } from '#core/simulation/simulate.ts';
import afterSale from '#prisma/samples/after-sale.json' with { type: 'json' };
import inbound from '#prisma/samples/inbound.json' with { type: 'json' };
import outbound from '#prisma/samples/outbound.json' with { type: 'json' };
import photovoltaics from '#prisma/samples/photovoltaics.json' with { type: 'json' };
import quickQuote from '#prisma/samples/quick-quote.json' with { type: 'json' };
import saasTrial from '#prisma/samples/saas-trial.json' with { type: 'json' };
import { deleteSelection } from '../commands/delete-selection.ts';
import { anyCommand } from '../testing/any-command.ts';
import { createEditorStore } from './editor-store.ts';

const samples = [photovoltaics, saasTrial, outbound, inbound, afterSale, quickQuote].map((sample) =>
  drawingSchema.parse(sample),
);
const month = scenarioSchema.parse({
  format: 1,
  start: { at: '2026-09-07T09:00:00+02:00' },
  acts: [{ act: 'pass', at: '30d' }],
});

function edit(drawing: Drawing) {
  const store = createEditorStore({ drawing, tell: () => {}, now: () => 0 });
  return { at: () => store.getState() };
}

/** Nobody may see a drawing that no check could judge, nor one without errors that cannot run. */
function expectJudged(drawing: Drawing): void {
  const problems = validate(drawing, sampleDirectory());
  expect(problems.filter(({ code }) => code === 'check-failed')).toEqual([]);
  if (problems.some(({ severity }) => severity === 'error')) return;
  expect(simulate(compile(drawing, { process: 'ANY' }), month).facts.length).toBeGreaterThan(0);
}

describe('a sample that is edited', () => {
  it('is judged after any commands, and runs where nothing is wrong', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples.keys()),
        fc.array(anyCommand, { maxLength: 12 }),
        (sample, steps) => {
          const { at } = edit(samples[sample]!);
          for (const make of steps.flatMap(({ makes }) => makes)) at().dispatch(make(at().drawing));
          expectJudged(at().drawing);
        },
      ),
      { numRuns: 120 },
    );
  });

  it(
    'is judged after any of its stages is deleted, steps and all that name them',
    { timeout: 120_000 },
    () => {
      for (const sample of samples) {
        for (const stage of sample.stages) {
          const { at } = edit(sample);
          at().dispatch(deleteSelection(at().drawing, { kind: 'stage', stage: stage.id }));
          expectJudged(at().drawing);
        }
      }
    },
  );

  it('says what a clock lacks when the step that stopped it goes with its stage', () => {
    const { at } = edit(samples[0]!);
    at().dispatch(
      deleteSelection(at().drawing, { kind: 'stage', stage: samples[0]!.stages[0]!.id }),
    );
    const problems = validate(at().drawing, sampleDirectory());
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'condition-invalid',
        elementKind: 'clock',
        severity: 'error',
      }),
    );
  });
});
