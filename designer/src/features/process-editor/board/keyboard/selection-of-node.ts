import type { Selection } from '../../state/selection.ts';
import type { BoardEdge, BoardNode } from '../projection/board-elements.ts';

export function selectionOfNode(node: BoardNode): Selection {
  switch (node.type) {
    case 'step':
      return { kind: 'step', stage: node.data.stage, id: node.data.step.id };
    case 'end':
      return { kind: 'end', end: node.data.end };
    case 'rail':
      return { kind: 'rail', stage: node.data.rail.id };
    case 'stage':
    case 'spine':
      return { kind: 'stage', stage: node.data.stage.id };
  }
}

/** A line selects its link or exit; the line of a leave step selects the step. */
export function selectionOfEdge(edge: BoardEdge): Selection {
  const { data } = edge;
  if (!data) return { kind: 'process' };
  if ('link' in data) return { kind: 'link', stage: data.stage, id: data.link.id };
  return { kind: data.source === 'exit' ? 'exit' : 'step', stage: data.stage, id: data.id };
}
