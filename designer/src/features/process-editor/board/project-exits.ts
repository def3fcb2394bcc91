import type { Drawing } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { endKey, fixed, stageKey, type ExitEdge } from './board-elements.ts';
import { exitLabels } from './exit-labels.ts';

/** Exits and leave steps as edges between stages and ends; one that leaves the board stays at its stage. */
export function exitEdges(drawing: Drawing, layout: BoardLayout): ExitEdge[] {
  const { stages } = drawing;
  const labels = exitLabels(drawing, layout);
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return layout.exits.map(({ id, stage, to, points, kind, source }) => {
    const exit = byId.get(stage)?.exits.find((one) => one.id === id);
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
        exit: source === 'exit' ? exit : undefined,
        points,
        kind,
        ...(labels.get(`${source}:${stage}/${id}`) ?? { text: '', room: 0 }),
      },
    };
  });
}
