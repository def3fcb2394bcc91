import type { Drawing } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { endKey, fixed, stageKey, type ExitEdge } from './board-elements.ts';

/** Below this a name would be cut to nothing. */
const LEAST_ROOM = 64;

/**
 * How much room each long exit has for its name, from where it comes down to the next line that
 * does. Lines of the same name to the same target are named once.
 */
function roomsOf(named: { key: string; text: string; x: number }[]): Map<string, number> {
  const rooms = new Map<string, number>();
  const told = new Set<string>();
  const sorted = named.toSorted((a, b) => a.x - b.x);
  for (const [index, { key, text, x }] of sorted.entries()) {
    const next = sorted.slice(index + 1).find((one) => one.x > x)?.x ?? x + 300;
    const room = next - x - 20;
    if (text === '' || told.has(text) || room < LEAST_ROOM) continue;
    told.add(text);
    rooms.set(key, room);
  }
  return rooms;
}

function longNames({ stages }: Drawing, layout: BoardLayout) {
  const exits = new Map(
    stages.flatMap((stage) => stage.exits.map((exit) => [`${stage.id}/${exit.id}`, exit])),
  );
  return layout.exits
    .filter(({ kind }) => kind === 'long')
    .map(({ id, stage, to, points, source }) => {
      const name = source === 'exit' ? exits.get(`${stage}/${id}`)?.name : undefined;
      const x = points.find((point, index) => points[index + 1]?.y === point.y)?.x ?? 0;
      return { key: `${source}:${stage}/${id}`, text: name ? `${to} ${name}` : '', x };
    });
}

/** Exits and leave steps as edges between stages and ends. */
export function exitEdges(drawing: Drawing, layout: BoardLayout): ExitEdge[] {
  const { stages } = drawing;
  const rooms = roomsOf(longNames(drawing, layout));
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return layout.exits.map(({ id, stage, to, points, kind, source }) => {
    const exit = byId.get(stage)?.exits.find((one) => one.id === id);
    const isEnd = to === 'won' || to === 'lost';
    return {
      ...fixed,
      id: `${source}-line:${stage}/${id}`,
      type: 'exit',
      source: stageKey(stage),
      target: isEnd ? endKey(to) : stageKey(to),
      zIndex: 1,
      data: {
        stage,
        id,
        exit: source === 'exit' ? exit : undefined,
        points,
        long: kind === 'long',
        room: rooms.get(`${source}:${stage}/${id}`) ?? 0,
      },
    };
  });
}
