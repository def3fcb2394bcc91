import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { RoutedExit } from '#core/layout/route-exits.ts';
import { selectionKey } from '../state/selection.ts';
import { arrowHead } from './arrow-heads.tsx';
import styles from './board.module.css';
import type { ExitEdge as ExitEdgeType } from './board-elements.ts';
import { routedPath } from './routed-path.ts';
import { useIsSelected, useIsSmall, useProblemCount } from './use-board-state.ts';

type Points = { x: number; y: number }[];

/** Where the words stand: right of the place where a line enters the channel, of a way back left of it. */
function labelPlace(points: Points, kind: RoutedExit['kind']): string | undefined {
  const level = points.findIndex((point, index) => index > 0 && points[index - 1]?.y === point.y);
  const from = kind === 'out' ? points.at(-1) : points[level - 1];
  if (!from) return undefined;
  if (kind === 'back') return `translate(${from.x - 14}px, ${from.y}px) translate(-100%, -50%)`;
  return `translate(${from.x + 10}px, ${from.y}px) translate(0, -50%)`;
}

/** Half of a gate's circle and some air. */
const GATE = 6;

/** Where a line can be clicked; between headers it leaves the gates free, as lines are drawn from them. */
function reachOf(points: Points, kind: RoutedExit['kind']): Points {
  const [from, to] = points;
  if (kind !== 'next' || !from || !to) return points;
  return [
    { ...from, x: from.x + GATE },
    { ...to, x: to.x - GATE },
  ];
}

interface LabelProps {
  points: Points;
  text: string;
  room: number;
  kind: RoutedExit['kind'];
}

function ExitLabel({ points, text, room, kind }: LabelProps) {
  const transform = labelPlace(points, kind);
  if (transform === undefined) return null;
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.exitLabel}
        data-back={kind === 'back'}
        title={text}
        style={{ transform, maxWidth: room }}
      >
        {text}
      </div>
    </EdgeLabelRenderer>
  );
}

function ExitEdgeView({ data }: EdgeProps<ExitEdgeType>) {
  const key = selectionKey({
    kind: data?.exit ? 'exit' : 'step',
    stage: data?.stage ?? '',
    id: data?.id ?? '',
  });
  const selected = useIsSelected(key);
  const count = useProblemCount(key);
  const isSmall = useIsSmall();
  if (!data) return null;
  const { points, kind, text, room } = data;
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
      {room > 0 && !isSmall && <ExitLabel points={points} text={text} room={room} kind={kind} />}
    </g>
  );
}

export const ExitEdge = memo(ExitEdgeView);
