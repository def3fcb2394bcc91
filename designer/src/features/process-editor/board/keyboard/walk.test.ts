import { describe, expect, it } from 'vitest';
import { layoutBoard } from '#core/layout/board.ts';
import type { Selection } from '../../state/selection.ts';
import { sampleDrawing } from '../../testing/sample-drawing.ts';
import type { Direction } from './direction.ts';
import { walk } from './walk.ts';

const drawing = sampleDrawing();
const layout = layoutBoard(drawing);

function go(start: Selection, ...ways: Direction[]): Selection {
  return ways.reduce((at, way) => walk(drawing, layout, at, way) ?? at, start);
}

const stage = (id: string): Selection => ({ kind: 'stage', stage: id });

describe('walking the board with the arrows', () => {
  it('begins at the first stage', () => {
    expect(go({ kind: 'process' }, 'right')).toEqual(stage('prepare'));
  });

  it('goes from header to header and on to the ends', () => {
    expect(go(stage('prepare'), 'right')).toEqual(stage('send'));
    expect(go(stage('send'), 'right')).toEqual({ kind: 'end', end: 'won' });
    expect(go({ kind: 'end', end: 'won' }, 'down')).toEqual({ kind: 'end', end: 'lost' });
  });

  it('goes down through the steps of a stage and back up to its header', () => {
    expect(go(stage('prepare'), 'down')).toEqual({ kind: 'step', stage: 'prepare', id: 'survey' });
    expect(go(stage('prepare'), 'down', 'down', 'down')).toMatchObject({ id: 'price' });
    expect(go(stage('prepare'), 'down', 'down', 'up', 'up')).toEqual(stage('prepare'));
  });

  it('goes sideways to the nearest step of the next stage', () => {
    expect(go({ kind: 'step', stage: 'prepare', id: 'survey' }, 'right')).toEqual({
      kind: 'step',
      stage: 'send',
      id: 'mail',
    });
  });

  it('stays at the edge of the board', () => {
    expect(walk(drawing, layout, stage('prepare'), 'left')).toBeUndefined();
  });
});
