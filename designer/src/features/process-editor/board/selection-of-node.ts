import type { Selection } from '../state/selection.ts';
import type { BoardEdge, BoardNode } from './project-board.ts';

export function selectionOfNode(node: BoardNode): Selection {
  switch (node.type) {
    case 'step':
      return { kind: 'step', stage: node.data.stage, id: node.data.step.id };
    case 'end':
      return { kind: 'end', end: node.data.end };
    case 'stage':
    case 'spine':
      return { kind: 'stage', stage: node.data.stage.id };
  }
}

/** A line selects its link or exit; the line of a leave step selects the step. */
export function selectionOfEdge(edge: BoardEdge): Selection {
  const { stage } = edge.data ?? { stage: '' };
  if (edge.type === 'link') return { kind: 'link', stage, id: edge.data?.link.id ?? '' };
  const kind = edge.data?.exit ? 'exit' : 'step';
  return { kind, stage, id: edge.data?.id ?? '' };
}
