import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { selectionKey } from '../state/selection.ts';
import styles from './board.module.css';
import type { ExitEdge as ExitEdgeType } from './board-elements.ts';
import { routedPath } from './routed-path.ts';
import { useIsSelected, useIsSmall, useProblemCount } from './use-board-state.ts';

/** Words of a long exit, beside the place where it enters the channel. */
function ExitLabel(props: { points: { x: number; y: number }[]; text: string; room: number }) {
  const { points, text, room } = props;
  const level = points.findIndex((point, index) => index > 0 && points[index - 1]?.y === point.y);
  const from = points[level - 1];
  if (!from) return null;
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.exitLabel}
        title={text}
        style={{
          transform: `translate(${from.x + 10}px, ${from.y}px) translate(0, -50%)`,
          maxWidth: room,
        }}
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
  const { points, exit, long, room } = data;
  const path = routedPath(points);
  const text = exit?.name ?? '';
  return (
    <g
      id={`board-${key}`}
      className={styles.exit}
      data-selected={selected}
      data-long={long}
      data-error={count.errors > 0}
    >
      <path
        className={styles.line}
        d={path}
        markerEnd={`url(#arrow${selected ? '-selected' : ''})`}
      />
      <path className={styles.reach} d={path} />
      {room > 0 && !isSmall && <ExitLabel points={points} text={text} room={room} />}
    </g>
  );
}

export const ExitEdge = memo(ExitEdgeView);
