import type { Drawing } from '../drawing/drawing.ts';
import type { Stage } from '../drawing/stage.ts';
import type { Column, EndColumn, RailBar } from './column.ts';
import { metrics } from './metrics.ts';
import { routeExits, type RoutedExit } from './route-exits.ts';
import type { RoutedLink } from './route-links.ts';
import { stageLayout, type StepBox } from './stage-layout.ts';

/**
 * The stage board in pixels at 100 %. Columns, exits and ends count from the board's corner; steps
 * and links from the corner of their column, so that they stay where they are when others change.
 */
export interface BoardLayout {
  columns: Column[];
  /** Steps and links of open stages. */
  steps: StepBox[];
  links: RoutedLink[];
  exits: RoutedExit[];
  ends: EndColumn[];
  /** Bars under the columns, in drawn order. */
  rails: RailBar[];
  width: number;
  height: number;
}

export interface BoardOptions {
  /** Ids of the stages that are shown as spines. */
  collapsed?: Iterable<string>;
  /** Columns are at least this high; by default 400. */
  leastHeight?: number;
}

/**
 * Lays out a drawing: stages from left to right, the steps of each by their links, Won and Lost at
 * the end, exits joining headers or running under the columns. Pure; a stage whose object is the
 * same as before is not laid out again.
 */
export function layoutBoard(drawing: Drawing, options: BoardOptions = {}): BoardLayout {
  const collapsed = new Set(options.collapsed);
  const stages = withoutDoubles(drawing.stages);
  const open = stages.filter(({ id }) => !collapsed.has(id)).map(stageLayout);
  const ends = endHeights(drawing);
  const height = Math.max(
    options.leastHeight ?? metrics.leastHeight,
    ends.won + metrics.end.gap + ends.lost,
    ...open.map((layout) => layout.height),
  );
  const columns = columnsOf(stages, collapsed, height);
  const right = columns.at(-1);
  const x = right ? right.x + right.width + metrics.columnGap : metrics.margin;
  const endColumns = endsOf(x, ends.won, height);
  const width = Math.max(
    x + metrics.end.width + metrics.margin,
    drawing.rails?.length ? metrics.rail.leastWidth : 0,
  );
  const bottom = metrics.margin + height + metrics.channel;
  const rails = railsOf(drawing, width - 2 * metrics.margin, bottom);
  return {
    columns,
    steps: open.flatMap(({ steps }) => steps),
    links: open.flatMap(({ links }) => links),
    exits: routeExits(stages, columns, endColumns),
    ends: endColumns,
    rails,
    width,
    height: bottom + railsHeight(drawing),
  };
}

/** Height that the rails take under the channel, in pixels; 0 without any. */
export function railsHeight({ rails = [] }: Pick<Drawing, 'rails'>): number {
  const { height, gap } = metrics.rail;
  return rails.length * (height + gap);
}

function railsOf({ rails = [] }: Drawing, width: number, top: number): RailBar[] {
  const { height, gap } = metrics.rail;
  return rails.map(({ id }, index) => ({
    id,
    x: metrics.margin,
    y: top + index * (height + gap),
    width,
    height,
  }));
}

function columnsOf(stages: Stage[], collapsed: Set<string>, height: number): Column[] {
  let x: number = metrics.margin;
  return stages.map((stage) => {
    const isSpine = collapsed.has(stage.id);
    const width = isSpine ? metrics.spine : stageLayout(stage).width;
    const column = {
      stage: stage.id,
      x,
      y: metrics.margin,
      width,
      height,
      collapsed: isSpine,
    };
    x += width + metrics.columnGap;
    return column;
  });
}

/** Each end lists its reasons and what follows; Lost takes what is left of the height. */
function endHeights({ outcomes }: Drawing): { won: number; lost: number } {
  const { least, text, reason, follows } = metrics.end;
  const needs = ({ reasons, then = [] }: Drawing['outcomes']['won']) =>
    Math.max(least, text + reason * reasons.length + (then.length > 0 ? follows : 0));
  return { won: needs(outcomes.won), lost: needs(outcomes.lost) };
}

function endsOf(x: number, wonHeight: number, height: number): EndColumn[] {
  const { width, gap } = metrics.end;
  const y = metrics.margin;
  const below = y + wonHeight + gap;
  return [
    { id: 'won', x, y, width, height: wonHeight },
    { id: 'lost', x, y: below, width, height: y + height - below },
  ];
}

/** A drawing under repair may hold a stage id twice: the first counts. */
function withoutDoubles(stages: Stage[]): Stage[] {
  const seen = new Set<string>();
  return stages.filter(({ id }) => !seen.has(id) && seen.add(id));
}
