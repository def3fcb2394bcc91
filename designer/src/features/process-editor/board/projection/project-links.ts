import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { selectionKey } from '../../state/selection.ts';
import { fixed, stepKey, type LinkEdge } from './board-elements.ts';
import { labelPoint } from '../lines/routed-path.ts';

function portLabels(link: Link, source: Step | undefined): string {
  const ports = source ? linkPortsOf(source) : [];
  return ports
    .filter((port) => link.ports.includes(port.id))
    .map((port) => port.label)
    .join(', ');
}

/** Links that carry the words of their ports: of several lines from the same ports, the levelest. */
function namedLinks({ links }: BoardLayout, drawn: Map<string, Stage>): Set<string> {
  const best = new Map<string, { id: string; room: number }>();
  for (const { id, stage, points } of links) {
    const link = drawn.get(stage)?.links.find((one) => one.id === id);
    if (!link || link.ports.length === 0) continue;
    const { level, room } = labelPoint(points);
    const key = `${stage}/${link.from} ${link.ports.join(' ')}`;
    const score = level ? room : 0;
    if (score >= (best.get(key)?.room ?? -1)) best.set(key, { id: `${stage}/${id}`, room: score });
  }
  return new Set([...best.values()].map((one) => one.id));
}

/** How wide a link is for the mouse: all of what lies between two cards one below the other. */
const REACH = 20;

/** Dependencies as edges; their points count from the board's corner. */
export function linkEdges({ stages }: Drawing, layout: BoardLayout): LinkEdge[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const origin = new Map(layout.columns.map((column) => [column.stage, column]));
  const named = namedLinks(layout, byId);
  return layout.links.flatMap(({ id, stage, points }) => {
    const drawn = byId.get(stage);
    const link = drawn?.links.find((one) => one.id === id);
    const column = origin.get(stage);
    if (!link || !column) return [];
    const source = drawn?.steps.find((one) => one.id === link.from);
    return [
      {
        ...fixed,
        id: selectionKey({ kind: 'link', stage, id }),
        type: 'link',
        source: stepKey(stage, link.from),
        target: stepKey(stage, link.to),
        zIndex: 1,
        interactionWidth: REACH,
        data: {
          stage,
          link,
          ports: named.has(`${stage}/${id}`) ? portLabels(link, source) : '',
          points: points.map(({ x, y }) => ({ x: x + column.x, y: y + column.y })),
        },
      },
    ];
  });
}
