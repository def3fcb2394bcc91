import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import { createEditorStore } from '../state/editor-store.ts';
import { anyCommand } from '../testing/any-command.ts';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { drawingDifferences } from './drawing-differences.ts';

describe('the differences of two drawings', () => {
  it('are none for the same drawing', () => {
    expect(drawingDifferences(sampleDrawing(), sampleDrawing())).toEqual([]);
  });

  it('name renamed, changed and missing elements with both sides', () => {
    const theirs = sampleDrawing();
    const [first, second] = theirs.stages;
    if (first?.steps[0]) first.steps[0].name = 'Look at the roof';
    if (second) second.probability = 70;
    theirs.fields.pop();
    expect(drawingDifferences(sampleDrawing(), theirs)).toEqual([
      { what: 'Field Price sheet', mine: 'drawn', theirs: 'not drawn' },
      { what: 'Step Technical survey', mine: '“Technical survey”', theirs: '“Look at the roof”' },
      { what: 'Stage Send the offer', mine: 'your version', theirs: 'another version' },
    ]);
  });
});

describe('the list of differences', () => {
  it('says that the order of steps differs', () => {
    const theirs = sampleDrawing();
    theirs.stages[0]?.steps.reverse();
    expect(drawingDifferences(sampleDrawing(), theirs).map(({ what }) => what)).toEqual([
      'Order of the steps of Prepare the offer',
    ]);
  });

  it('does not take the order of keys for a difference', () => {
    const theirs = sampleDrawing();
    const [first] = theirs.stages;
    if (first) {
      const { id, ...rest } = first;
      theirs.stages[0] = { ...rest, id };
    }
    expect(drawingDifferences(sampleDrawing(), theirs)).toEqual([]);
  });

  it('is empty exactly when both say the same, after any commands', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 5 }), (steps) => {
        const store = createEditorStore({
          drawing: sampleDrawing(),
          tell: () => {},
          now: () => 0,
        });
        for (const make of steps.flatMap(({ makes }) => makes)) {
          const before = store.getState().drawing;
          store.getState().dispatch(make(before));
          const after = store.getState().drawing;
          const isSame = canonicalJson(before) === canonicalJson(after);
          expect(drawingDifferences(before, after).length === 0).toBe(isSame);
        }
      }),
    );
  });
});
