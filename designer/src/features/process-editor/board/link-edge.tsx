import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { readCondition } from '../condition/read-condition.ts';
import { useEditor, useEditorState } from '../state/editor-context.tsx';
import { askAdd } from '../state/focus-store.ts';
import styles from './board.module.css';
import type { LinkEdge as LinkEdgeType } from './project-board.ts';
import { labelPoint, routedPath } from './routed-path.ts';
import { useIsSelected, useIsSmall, useProblemCount } from './use-board-state.ts';

/** A level part shorter than this has no room for words. */
const ROOM = 56;

function useSentence(when: string | undefined): string | undefined {
  const fields = useEditorState((state) => state.drawing.fields);
  const currency = useEditorState((state) => state.drawing.currency);
  if (when === undefined || when === '') return undefined;
  return readCondition(when, { fields, currency }).sentence ?? when;
}

function LinkLabel({ points, text }: { points: { x: number; y: number }[]; text: string }) {
  const { x, y, level, room } = labelPoint(points);
  const start = points[0] ?? { x, y };
  const isWide = level && room >= ROOM;
  const place = isWide
    ? `translate(${x}px, ${y}px) translate(-50%, -50%)`
    : `translate(${start.x + 3}px, ${start.y + 10}px) translate(0, -50%)`;
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.linkLabel}
        title={text}
        style={{
          transform: place,
          maxWidth: isWide ? Math.max(room - 16, ROOM - 12) : 80,
        }}
      >
        {text}
      </div>
    </EdgeLabelRenderer>
  );
}

function LinkEdgeView({ id, data }: EdgeProps<LinkEdgeType>) {
  const { store, focus } = useEditor();
  const selected = useIsSelected(id);
  const readOnly = useEditorState((state) => state.readOnly);
  const count = useProblemCount(id);
  const isSmall = useIsSmall();
  const sentence = useSentence(data?.link.when);
  if (!data) return null;
  const { points, ports, stage, link } = data;
  const path = routedPath(points);
  const text = [ports, sentence && `if ${sentence}`].filter(Boolean).join(', ');
  const middle = labelPoint(points);
  const insert = (event: MouseEvent) => {
    event.stopPropagation();
    store.getState().select({ kind: 'link', stage, id: link.id });
    askAdd(focus);
  };
  return (
    <g
      id={`board-${id}`}
      className={styles.link}
      data-selected={selected}
      data-error={count.errors > 0}
    >
      <path
        className={styles.line}
        d={path}
        markerEnd={`url(#arrow${selected ? '-selected' : ''})`}
      />
      <path className={styles.reach} d={path} />
      {!readOnly && !isSmall && (
        <g
          className={styles.plus}
          role="button"
          aria-label="Add a step here"
          transform={`translate(${middle.x}, ${middle.y})`}
          onClick={insert}
        >
          <title>Add a step here</title>
          <circle r={8} />
          <path d="M-3.5 0H3.5M0 -3.5V3.5" />
        </g>
      )}
      {text !== '' && !isSmall && <LinkLabel points={points} text={text} />}
    </g>
  );
}

export const LinkEdge = memo(LinkEdgeView);
