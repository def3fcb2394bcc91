import type { Drawing } from '#core/drawing/drawing.ts';
import type { Exit } from '#core/drawing/stage.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import type { RoutedExit } from '#core/layout/route-exits.ts';

/** Below this, in pixels, words would be cut to nothing. */
const LEAST_ROOM = 64;

interface ExitLabel {
  text: string;
  /** In pixels; 0 where it is only said when the line is pointed at. */
  room: number;
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
  /** Where the line comes down. */
  x: number;
  /** Where the line goes up again. */
  end: number;
}

function named(drawing: Drawing, layout: BoardLayout, isBack: boolean): Named[] {
  const exits = new Map(
    drawing.stages.flatMap((stage) => stage.exits.map((one) => [`${stage.id}/${one.id}`, one])),
  );
  return layout.exits
    .filter(({ kind }) => kind !== 'next' && (kind === 'back') === isBack)
    .map(({ id, stage, to, points, source, kind }) => {
      const exit = source === 'exit' ? exits.get(`${stage}/${id}`) : undefined;
      const text = exit ? exitText(exit, kind) : '';
      const level = points.findIndex((point, index) => points[index + 1]?.y === point.y);
      const x = points[Math.max(level, 0)]?.x ?? 0;
      const key = `${source}:${stage}/${id}`;
      return { key, text, told: `${to} ${text}`, x, end: points[level + 1]?.x ?? x, room: 0 };
    });
}

/** Labels of lines, from the first; each has the room up to the next line. */
function inTurn(lines: Named[], roomOf: (line: Named, next: Named | undefined) => number) {
  const labels = new Map<string, ExitLabel>();
  const told = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const room = roomOf(
      line,
      lines.slice(index + 1).find((one) => one.x !== line.x),
    );
    if (line.text === '') continue;
    const isShown = !told.has(line.told) && room >= LEAST_ROOM;
    if (isShown) told.add(line.told);
    labels.set(line.key, { text: line.text, room: isShown ? room : 0 });
  }
  return labels;
}

/**
 * The words of all exits that run below the columns: forward ones stand right of the line, up to the
 * next line; those of ways back stand on it, left of where it comes down.
 */
export function exitLabels(drawing: Drawing, layout: BoardLayout): Map<string, ExitLabel> {
  const forward = named(drawing, layout, false).toSorted((a, b) => a.x - b.x);
  const back = named(drawing, layout, true).toSorted((a, b) => b.x - a.x);
  return new Map([
    ...inTurn(forward, ({ x }, next) => (next?.x ?? x + 300) - x - 20),
    ...inTurn(back, ({ x, end }, next) => x - Math.max(next?.x ?? end, end) - 28),
  ]);
}
