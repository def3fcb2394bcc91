import type { Drawing } from '#core/drawing/drawing.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import type { BoardEdge, BoardNode } from './board-elements.ts';
import { exitEdges } from './project-exits.ts';
import { linkEdges } from './project-links.ts';
import { columnNodes, endNodes, railNodes, stepNodes } from './project-nodes.ts';
import { createReuse } from '../nodes/reuse.ts';

interface Flow {
  nodes: BoardNode[];
  edges: BoardEdge[];
}

/** Turns a drawing and its layout into nodes and edges; what did not change keeps its object. */
export function createProjection(): (drawing: Drawing, layout: BoardLayout) => Flow {
  const reuseNodes = createReuse<BoardNode>();
  const reuseEdges = createReuse<BoardEdge>();
  return (drawing, layout) => ({
    nodes: reuseNodes([
      ...columnNodes(drawing, layout),
      ...(drawing.stages.length === 0 ? [] : endNodes(layout)),
      ...stepNodes(drawing, layout),
      ...railNodes(drawing, layout),
    ]),
    edges: reuseEdges([...linkEdges(drawing, layout), ...exitEdges(drawing, layout)]),
  });
}
