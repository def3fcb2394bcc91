import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDrawing } from '../definition/testing/clean-drawing.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { layoutBoard, type BoardLayout } from './board.ts';
import { metrics, type Point, type Rectangle } from './metrics.ts';
import { anyDrawing } from './testing/random-drawing.ts';

const drawings = anyDrawing({ stages: 5, steps: 14 });
const runs = { numRuns: 150 };

/** Cards and ends from the corner of the board; `owner` tells whose lines may touch them. */
function boxes(board: BoardLayout): (Rectangle & { owner: string })[] {
  const cards = board.steps.map((step) => {
    const column = board.columns.find(({ stage }) => stage === step.stage)!;
    const { width, height } = step;
    return {
      x: column.x + step.x,
      y: column.y + step.y,
      width,
      height,
      owner: `${step.stage}/${step.id}`,
    };
  });
  return [...cards, ...board.ends.map((end) => ({ ...end, owner: end.id }))];
}

function lines(board: BoardLayout): Point[][] {
  const links = board.links.map(({ stage, points }) => {
    const column = board.columns.find((one) => one.stage === stage)!;
    return points.map(({ x, y }) => ({ x: column.x + x, y: column.y + y }));
  });
  return [...links, ...board.exits.map(({ points }) => points)];
}

/** The inside of a box is cut by the segment; touching its border is allowed. */
function cuts(a: Point, b: Point, box: Rectangle): boolean {
  const left = Math.min(a.x, b.x);
  const right = Math.max(a.x, b.x);
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  return right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height;
}

function boxOf({ steps }: BoardLayout, stage: string, id: string) {
  return steps.find((box) => box.id === id && box.stage === stage)!;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return cuts({ x: a.x, y: a.y }, { x: a.x + a.width, y: a.y + a.height }, b);
}

describe('layoutBoard', { timeout: 60_000 }, () => {
  it('lets no two cards, columns or ends overlap', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const board = layoutBoard(drawing);
        for (const list of [boxes(board), [...board.columns, ...board.ends]]) {
          list.forEach((a, i) => {
            expect(list.slice(i + 1).filter((b) => overlap(a, b))).toEqual([]);
          });
        }
      }),
      runs,
    );
  });

  it('keeps every card inside its column, below the header', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const board = layoutBoard(drawing);
        for (const step of board.steps) {
          const column = board.columns.find(({ stage }) => stage === step.stage)!;
          expect(step.x).toBeGreaterThanOrEqual(metrics.padding);
          expect(step.y).toBeGreaterThan(metrics.header);
          expect(step.x + step.width).toBeLessThanOrEqual(column.width - metrics.padding);
          expect(step.y + step.height).toBeLessThanOrEqual(column.height - metrics.padding);
        }
      }),
      runs,
    );
  });

  it('draws every line at right angles and through no card', () => {
    fc.assert(
      fc.property(drawings, fc.boolean(), (drawing, fold) => {
        const collapsed = fold ? [drawing.stages[0]!.id] : [];
        const board = layoutBoard(drawing, { collapsed });
        const cards = boxes(board);
        for (const points of lines(board)) {
          for (const [i, b] of points.slice(1).entries()) {
            const a = points[i]!;
            expect(a.x === b.x || a.y === b.y).toBe(true);
            expect(cards.filter((card) => cuts(a, b, card))).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('starts each link at the bottom of its source and ends it at the top of its target', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const board = layoutBoard(drawing);
        for (const { id, stage, points } of board.links) {
          const link = drawing.stages.find((s) => s.id === stage)!.links.find((l) => l.id === id)!;
          if (link.rework) continue;
          const [from, to] = [boxOf(board, stage, link.from), boxOf(board, stage, link.to)];
          expect(points[0]!.y).toBe(from.y + from.height);
          expect(points[0]!.x).toBeGreaterThan(from.x);
          expect(points.at(-1)).toEqual({ x: to.x + to.width / 2, y: to.y });
        }
      }),
      runs,
    );
  });

  it('leads each rework link from the left side of its source to the left side of its target', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const board = layoutBoard(drawing);
        for (const { id, stage, points } of board.links) {
          const link = drawing.stages.find((s) => s.id === stage)!.links.find((l) => l.id === id)!;
          if (!link.rework) continue;
          const [from, to] = [boxOf(board, stage, link.from), boxOf(board, stage, link.to)];
          for (const [point, box] of [
            [points[0]!, from],
            [points.at(-1)!, to],
          ] as const) {
            expect(point.x).toBe(box.x);
            expect(point.y).toBeGreaterThan(box.y);
            expect(point.y).toBeLessThan(box.y + box.height);
          }
        }
      }),
      runs,
    );
  });

  it('never moves a step for the sake of a rework link', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const without = structuredClone(drawing);
        for (const stage of without.stages) {
          stage.links = stage.links.filter((link) => !link.rework);
        }
        expect(layoutBoard(drawing).steps).toEqual(layoutBoard(without).steps);
      }),
      runs,
    );
  });

  it('puts rails below the channel, one under the other, as wide as the board', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const { rails, columns, width, height, exits } = layoutBoard(drawing);
        const lowest = Math.max(
          columns[0]!.y + columns[0]!.height,
          ...exits.flatMap(({ points }) => points.map(({ y }) => y)),
        );
        rails.forEach((rail, i) => {
          expect(rail.y).toBeGreaterThan((rails[i - 1] ?? { y: lowest }).y);
          expect(rail).toMatchObject({ height: metrics.rail.height, x: metrics.margin });
          expect(rail.x + rail.width).toBe(width - metrics.margin);
          expect(rail.y + rail.height).toBeLessThanOrEqual(height);
        });
      }),
      runs,
    );
  });

  it('leads ways back under the columns, above those forward, and ends an exit into another process there', () => {
    const drawing = cleanDrawing();
    const send = drawing.stages[1]!;
    const way = (id: string, to: string) => ({ id, to, mode: 'manual' as const, ungated: false });
    send.exits.push(way('back', 'prepare'), way('on', 'continue'));
    const { exits, columns } = layoutBoard(drawing);
    const at = (id: string) => exits.find((exit) => exit.id === id && exit.stage === 'send')!;
    const under = ({ points }: { points: Point[] }) => Math.max(...points.map(({ y }) => y));
    expect([at('back').kind, at('lost').kind, at('on').kind]).toEqual(['back', 'long', 'out']);
    expect(under(at('back'))).toBeLessThan(under(at('lost')));
    expect(at('back').points.at(-1)!.y).toBe(columns[0]!.y + columns[0]!.height);
    expect(at('on').points.at(-1)!.x).toBe(at('on').points[0]!.x);
  });

  it('stays within its own width and height', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const board = layoutBoard(drawing);
        for (const { x, y } of lines(board).flat()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(board.width);
          expect(y).toBeLessThanOrEqual(board.height);
        }
      }),
      runs,
    );
  });

  it('gives the same board for an equal drawing', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        expect(layoutBoard(structuredClone(drawing))).toEqual(layoutBoard(drawing));
      }),
      runs,
    );
  });

  it('leaves the steps of other stages where they are, as the same objects, when one changes', () => {
    const before = cleanDrawing();
    const [prepare, send] = before.stages as [Drawing['stages'][0], Drawing['stages'][0]];
    const more = { ...prepare.steps[0]!, id: 'more' };
    const after = { ...before, stages: [{ ...prepare, steps: [...prepare.steps, more] }, send] };
    const stepsOf = (drawing: Drawing) =>
      layoutBoard(drawing).steps.filter(({ stage }) => stage === 'send');
    const [kept, was] = [stepsOf(after), stepsOf(before)];
    expect(kept).toHaveLength(5);
    kept.forEach((step, i) => expect(step).toBe(was[i]));
  });

  it('stands a chain in one lane, and puts what has no link beside it', () => {
    const { steps } = layoutBoard(cleanDrawing());
    const at = (id: string) => steps.find((step) => step.id === id)!;
    for (const id of ['mail', 'reply', 'call']) expect(at(id).x).toBe(at('set').x);
    expect(at('extra').y).toBe(at('set').y);
    expect(at('extra').x).toBe(at('set').x + metrics.card.width + metrics.laneGap);
  });

  it('sets columns apart by the same gap, the ends too', () => {
    const { columns, ends } = layoutBoard(cleanDrawing(), { collapsed: ['prepare'] });
    const row = [...columns, ends[0]!];
    for (const [i, next] of row.slice(1).entries()) {
      expect(next.x).toBe(row[i]!.x + row[i]!.width + metrics.columnGap);
    }
  });

  it('shows a collapsed stage as a spine without steps', () => {
    const board = layoutBoard(cleanDrawing(), { collapsed: ['prepare'] });
    expect(board.columns[0]).toMatchObject({ collapsed: true, width: metrics.spine });
    expect(board.steps.some(({ stage }) => stage === 'prepare')).toBe(false);
    expect(board.exits.map(({ id, kind }) => `${id} ${kind}`)).toContain('stop long');
  });

  it('joins headers for the next stage and goes under the columns for all else', () => {
    const { exits } = layoutBoard(cleanDrawing());
    const kinds = exits.map(({ stage, id, kind, source }) => [stage, id, kind, source].join(' '));
    expect(kinds).toEqual([
      'prepare next next exit',
      'prepare lost long exit',
      'prepare stop long leave',
      'send won next exit',
      'send lost long exit',
    ]);
  });

  it('lays out a stage of 1,000 parallel steps in a block, not in a row', () => {
    const drawing = cleanDrawing();
    const [stage] = drawing.stages;
    stage!.links = [];
    stage!.steps = Array.from({ length: 1000 }, (_, i) => ({ ...stage!.steps[0]!, id: `t${i}` }));
    const [column] = layoutBoard(drawing).columns;
    expect(column!.width).toBeLessThan(2500);
    expect(column!.height).toBeLessThan(7000);
  });
});
