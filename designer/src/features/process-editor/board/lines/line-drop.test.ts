import { describe, expect, it } from 'vitest';
import { layoutBoard } from '#core/layout/board.ts';
import { sampleDrawing } from '../../testing/sample-drawing.ts';
import { lineDrop } from './line-drop.ts';
import { plusPoint } from './plus-point.ts';

const layout = layoutBoard(sampleDrawing(), { collapsed: new Set(), leastHeight: 600 });
const column = (stage: string) => layout.columns.find((one) => one.stage === stage)!;
const inColumn = (stage: string) => {
  const { x, y, height } = column(stage);
  return { x: x + 60, y: y + height - 20 };
};
const onCard = (stage: string, id: string) => {
  const box = layout.steps.find((one) => one.stage === stage && one.id === id)!;
  const { x, y } = column(stage);
  return { x: x + box.x + box.width - 5, y: y + box.y + box.height - 5 };
};
const between = { x: column('prepare').x + column('prepare').width + 8, y: 300 };
const survey = { node: 'step:prepare/survey', port: 'no' };

describe('a line that is let go beside every port', () => {
  it.each([
    ['in its own column', inColumn('prepare')],
    ['between the columns', between],
    ['far below', { x: 20, y: 5000 }],
  ])('offers what can follow a step %s', (_where, point) => {
    expect(lineDrop(layout, survey, point)).toEqual({ kind: 'offer' });
  });

  it('leads to the card that it is let go on, by the port that it starts at', () => {
    expect(lineDrop(layout, survey, onCard('prepare', 'price'))).toMatchObject({
      kind: 'connect',
      connection: { source: survey.node, sourceHandle: 'no', target: 'step:prepare/price' },
    });
  });

  it('means nothing on its own card, or for a stage in its own column', () => {
    expect(lineDrop(layout, survey, onCard('prepare', 'survey'))).toEqual({ kind: 'nothing' });
    const stage = { node: 'stage:prepare', port: null };
    expect(lineDrop(layout, stage, inColumn('prepare'))).toEqual({ kind: 'nothing' });
  });

  it('is tried, and so refused with the reason, where a step’s line ends in another column', () => {
    expect(lineDrop(layout, survey, inColumn('send'))).toMatchObject({
      connection: { target: 'stage:send' },
    });
  });

  it('makes an exit of a stage’s line anywhere in another column, or in an end', () => {
    const stage = { node: 'stage:prepare', port: null };
    const to = (point: { x: number; y: number }) => lineDrop(layout, stage, point);
    expect(to(onCard('send', 'mail'))).toMatchObject({ connection: { target: 'stage:send' } });
    const won = layout.ends.find(({ id }) => id === 'won')!;
    expect(to({ x: won.x + 9, y: won.y + 60 })).toMatchObject({
      connection: { target: 'end:won' },
    });
    expect(to(between)).toEqual({ kind: 'offer' });
  });
});

describe('the button that puts a step on a link', () => {
  it('leaves a link from card to card free, on the side without words', () => {
    const short = [
      { x: 100, y: 200 },
      { x: 100, y: 220 },
    ];
    expect(plusPoint(short)).toEqual({ x: 86, y: 210 });
  });

  it.each([
    ['left', 40, 114],
    ['right', 160, 86],
  ])('stands on the other side where the line comes from the %s', (_side, from, x) => {
    const turning = [
      { x: from, y: 200 },
      { x: from, y: 210 },
      { x: 100, y: 210 },
      { x: 100, y: 220 },
    ];
    expect(plusPoint(turning)).toEqual({ x, y: 210 });
  });
});
