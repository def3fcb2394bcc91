import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { readCondition } from '../../condition/read-condition.ts';
import { useEditor, useEditorState } from '../../state/editor-context.tsx';
import { askAdd } from '../../state/focus-store.ts';
import { arrowHead } from './arrow-heads.tsx';
import styles from '../board.module.css';
import type { LinkEdge as LinkEdgeType } from '../projection/board-elements.ts';
import { plusPoint } from './plus-point.ts';
import { LABEL_ROOM, labelPoint, routedPath } from './routed-path.ts';
import { useIsSelected, useIsSmall, useProblemCount } from '../use-board-state.ts';

function useSentence(when: string | undefined): string | undefined {
  const fields = useEditorState((state) => state.drawing.fields);
  const currency = useEditorState((state) => state.drawing.currency);
  if (when === undefined || when === '') return undefined;
  return readCondition(when, { fields, currency }).sentence ?? when;
}

function LinkLabel({ points, text }: { points: { x: number; y: number }[]; text: string }) {
  const { x, y, level, room } = labelPoint(points);
  const start = points[0] ?? { x, y };
  const isWide = level && room >= LABEL_ROOM;
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
          maxWidth: isWide ? Math.max(room - 16, LABEL_ROOM - 12) : 80,
        }}
      >
        {text}
      </div>
    </EdgeLabelRenderer>
  );
}

/** Where the gap above a card's row is, seen from where a rework link leaves the card. */
const GAP_ABOVE = 38;

/** How often a rework link may be taken, on its line in the gap above its source. */
function Cap({ points, max }: { points: { x: number; y: number }[]; max: number }) {
  const [start, turn] = points;
  if (!start || !turn) return null;
  return (
    <EdgeLabelRenderer>
      <div
        className={styles.cap}
        title={`At most ${max} ${max === 1 ? 'time' : 'times'}`}
        style={{
          transform: `translate(${turn.x}px, ${start.y - GAP_ABOVE}px) translate(-50%, -50%)`,
        }}
      >
        ≤{max}
      </div>
    </EdgeLabelRenderer>
  );
}

interface PlusProps {
  at: { x: number; y: number };
  onAdd: () => void;
}

/** The small button beside a link that puts a step between; there while the link is pointed at or selected. */
function Plus({ at, onAdd }: PlusProps) {
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        tabIndex={-1}
        className={styles.plus}
        aria-label="Add a step here"
        title="Add a step here"
        style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
        onClick={(event) => {
          event.stopPropagation();
          onAdd();
        }}
      >
        <IconPlus size={12} stroke={2} aria-hidden />
      </button>
    </EdgeLabelRenderer>
  );
}

function LinkEdgeView({ id, data, interactionWidth }: EdgeProps<LinkEdgeType>) {
  const { store, focus } = useEditor();
  const selected = useIsSelected(id);
  const readOnly = useEditorState((state) => state.readOnly);
  const count = useProblemCount(id);
  const isSmall = useIsSmall();
  const sentence = useSentence(data?.link.when);
  const [pointed, setPointed] = useState(false);
  if (!data) return null;
  const { points, ports, stage, link } = data;
  const back = link.rework !== undefined;
  const path = routedPath(points);
  const text = [ports, sentence && `if ${sentence}`].filter(Boolean).join(', ');
  const insert = () => {
    store.getState().select({ kind: 'link', stage, id: link.id });
    askAdd(focus);
  };
  return (
    <g
      id={`board-${id}`}
      className={styles.link}
      data-selected={selected}
      data-back={back}
      data-error={count.errors > 0}
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
    >
      <path className={styles.line} d={path} markerEnd={arrowHead(selected, back)} />
      <path className={styles.reach} d={path} style={{ strokeWidth: interactionWidth }} />
      {link.rework && !isSmall && <Cap points={points} max={link.rework.max} />}
      {text !== '' && !back && !isSmall && <LinkLabel points={points} text={text} />}
      {!readOnly && !back && !isSmall && (selected || pointed) && (
        <Plus at={plusPoint(points)} onAdd={insert} />
      )}
    </g>
  );
}

export const LinkEdge = memo(LinkEdgeView);
