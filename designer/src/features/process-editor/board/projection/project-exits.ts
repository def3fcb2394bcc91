import type { Drawing } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { endKey, fixed, stageKey, type ExitEdge } from './board-elements.ts';
import { exitLabels } from '../lines/exit-labels.ts';

/** Exits and leave steps as edges between stages and ends; one that leaves the board stays at its stage. */
export function exitEdges(drawing: Drawing, layout: BoardLayout): ExitEdge[] {
  const labels = exitLabels(drawing, layout);
  return layout.exits.map(({ id, stage, to, points, kind, source }) => {
    const isEnd = to === 'won' || to === 'lost';
    const target = kind === 'out' ? stage : to;
    return {
      ...fixed,
      id: `${source}-line:${stage}/${id}`,
      type: 'exit',
      source: stageKey(stage),
      target: isEnd ? endKey(to) : stageKey(target),
      zIndex: 1,
      data: {
        stage,
        id,
        points,
        kind,
        source,
        ...labels.get(`${source}:${stage}/${id}`),
      },
    };
  });
}
