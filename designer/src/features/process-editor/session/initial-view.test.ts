import { describe, expect, it } from 'vitest';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { selectionById, stagesToFold } from './initial-view.ts';

const drawing = sampleDrawing();

describe('the first view of a process', () => {
  it('folds nothing while all columns fit', () => {
    expect(stagesToFold(drawing, 1000, { kind: 'process' })).toEqual(new Set());
  });

  it('folds the stages with the fewest steps first', () => {
    expect(stagesToFold(drawing, 400, { kind: 'process' })).toEqual(new Set(['send']));
  });

  it('keeps the stage of the selection open', () => {
    expect(stagesToFold(drawing, 400, { kind: 'stage', stage: 'send' })).toEqual(
      new Set(['prepare']),
    );
  });

  it.each([
    ['prepare', { kind: 'stage', stage: 'prepare' }],
    ['price', { kind: 'step', stage: 'prepare', id: 'price' }],
    ['l3', { kind: 'link', stage: 'send', id: 'l3' }],
    ['gone', { kind: 'exit', stage: 'send', id: 'gone' }],
    ['lost', { kind: 'end', end: 'lost' }],
    ['nothing', { kind: 'process' }],
  ])('finds the element %s', (id, selection) => {
    expect(selectionById(drawing, id)).toEqual(selection);
  });
});
