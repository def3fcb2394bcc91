import { describe, expect, it } from 'vitest';
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
