import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from '#core/layout/metrics.ts';
import type { RoutedExit } from '#core/layout/route-exits.ts';
import { selectionKey } from '../../state/selection.ts';
import { arrowHead } from './arrow-heads.tsx';
import styles from '../board.module.css';
import type { ExitEdge as ExitEdgeType } from '../projection/board-elements.ts';
import type { ExitLabel } from './exit-labels.ts';
import { routedPath } from './routed-path.ts';
import { useIsSelected, useIsSmall, useProblemCount } from '../use-board-state.ts';

/** The words stand right of the place where a line enters the channel, of a way back left of it. */
function labelPlace({ x, y }: Point, kind: RoutedExit['kind']): string {
  if (kind === 'back') return `translate(${x - 14}px, ${y}px) translate(-100%, -50%)`;
  return `translate(${x + 10}px, ${y}px) translate(0, -50%)`;
}

/** Half of a gate's circle and some air. */
const GATE = 6;

/** Where a line can be clicked; between headers it leaves the gates free, as lines are drawn from them. */
function reachOf(points: Point[], kind: RoutedExit['kind']): Point[] {
  const [from, to] = points;
  if (kind !== 'next' || !from || !to) return points;
  return [
    { ...from, x: from.x + GATE },
    { ...to, x: to.x - GATE },
  ];
}

function Label({ at, text, room, kind }: ExitLabel & { kind: RoutedExit['kind'] }) {
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.exitLabel}
        data-back={kind === 'back'}
        title={text}
        style={{ transform: labelPlace(at, kind), maxWidth: room }}
      >
        {text}
      </div>
    </EdgeLabelRenderer>
  );
}

function ExitEdgeView({ data }: EdgeProps<ExitEdgeType>) {
  const key = selectionKey({
    kind: data?.source === 'exit' ? 'exit' : 'step',
    stage: data?.stage ?? '',
    id: data?.id ?? '',
  });
  const selected = useIsSelected(key);
  const count = useProblemCount(key);
  const isSmall = useIsSmall();
  if (!data) return null;
  const { points, kind, text = '', room = 0, at } = data;
  const path = routedPath(points);
  return (
    <g
      id={`board-${key}`}
      className={styles.exit}
      data-selected={selected}
      data-long={kind !== 'next'}
      data-back={kind === 'back'}
      data-error={count.errors > 0}
    >
      <path className={styles.line} d={path} markerEnd={arrowHead(selected, kind === 'back')} />
      <path className={styles.reach} d={routedPath(reachOf(points, kind))} />
      {room === 0 && text !== '' && <title>{text}</title>}
      {at && room > 0 && !isSmall && <Label at={at} text={text} room={room} kind={kind} />}
    </g>
  );
}

export const ExitEdge = memo(ExitEdgeView);
