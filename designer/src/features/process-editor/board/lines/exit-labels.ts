import type { Drawing } from '#core/drawing/drawing.ts';
import type { Exit } from '#core/drawing/stage.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import type { Point } from '#core/layout/metrics.ts';
import type { RoutedExit } from '#core/layout/route-exits.ts';

/** Below this, in pixels, words would be cut to nothing. */
const LEAST_ROOM = 64;

export interface ExitLabel {
  /** Words beside or on the line in the channel. */
  text: string;
  /** Room for them, in pixels; 0 where they are only said when the line is pointed at. */
  room: number;
  /** Where the line turns into the channel, or ends in it. */
  at: Point;
}

/** What stands on a way out: its name; of a way back also how often; of a way into another process, which. */
function exitText(exit: Exit, kind: RoutedExit['kind']): string {
  const name = exit.name ?? '';
  if (kind === 'out') return `${name || 'Goes on'} in ${exit.continueIn?.process ?? '?'}`;
  if (kind !== 'back') return name;
  const cap = exit.max === undefined ? '' : `, at most ${exit.max} times`;
  return `${name || 'Back'}${cap}`;
}

interface Named extends ExitLabel {
  key: string;
  /** The same text to the same target is told once. */
  told: string;
  isBack: boolean;
  /** Where the line goes up again. */
  end: number;
}

function named(drawing: Drawing, layout: BoardLayout): Named[] {
  const exits = new Map(
    drawing.stages.flatMap((stage) => stage.exits.map((one) => [`${stage.id}/${one.id}`, one])),
  );
  return layout.exits.flatMap(({ id, stage, to, points, source, kind }) => {
    if (kind === 'next') return [];
    const exit = source === 'exit' ? exits.get(`${stage}/${id}`) : undefined;
    const text = exit ? exitText(exit, kind) : '';
    const turn = points.findIndex((point, index) => points[index + 1]?.y === point.y);
    const at = points.at(turn) ?? { x: 0, y: 0 };
    const end = turn === -1 ? at.x : (points[turn + 1]?.x ?? at.x);
    const key = `${source}:${stage}/${id}`;
    return [{ key, text, told: `${to} ${text}`, isBack: kind === 'back', at, end, room: 0 }];
  });
}

/** Labels of lines, from the first; each has the room up to the next line. */
function inTurn(lines: Named[], roomOf: (line: Named, next: Named | undefined) => number) {
  const labels = new Map<string, ExitLabel>();
  const told = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const room = roomOf(
      line,
      lines.slice(index + 1).find((one) => one.at.x !== line.at.x),
    );
    if (line.text === '') continue;
    const isShown = !told.has(line.told) && room >= LEAST_ROOM;
    if (isShown) told.add(line.told);
    labels.set(line.key, { text: line.text, room: isShown ? room : 0, at: line.at });
  }
  return labels;
}

/**
 * The words of all exits that run below the columns: forward ones stand right of the line, up to the
 * next line; those of ways back stand on it, left of where it comes down.
 */
export function exitLabels(drawing: Drawing, layout: BoardLayout): Map<string, ExitLabel> {
  const lines = named(drawing, layout);
  const forward = lines.filter(({ isBack }) => !isBack).toSorted((a, b) => a.at.x - b.at.x);
  const back = lines.filter(({ isBack }) => isBack).toSorted((a, b) => b.at.x - a.at.x);
  return new Map([
    ...inTurn(forward, ({ at }, next) => (next?.at.x ?? at.x + 300) - at.x - 20),
    ...inTurn(back, ({ at, end }, next) => at.x - Math.max(next?.at.x ?? end, end) - 28),
  ]);
}
