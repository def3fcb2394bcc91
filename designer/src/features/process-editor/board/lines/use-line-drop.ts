import { useReactFlow, type OnConnectEnd } from '@xyflow/react';
import type { BoardLayout } from '#core/layout/board.ts';
import { useEdit, useEditor } from '../../state/editor-context.tsx';
import { askAdd, askConnect } from '../../state/focus-store.ts';
import { lineDrop, type LineStart } from './line-drop.ts';
import { connect, placeOf } from './use-connect.ts';

/** A line this short, in pixels of the screen, is a click that slipped. */
const SLIP = 12;

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } | undefined {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return at && { x: at.clientX, y: at.clientY };
}

/** What follows when a line is let go that met no port: the card under it, or the list of what can be added. */
export function useLineDrop(layout: BoardLayout): OnConnectEnd {
  const { store, focus } = useEditor();
  const edit = useEdit();
  const { screenToFlowPosition, flowToScreenPosition } = useReactFlow();
  const offer = ({ node, port }: LineStart, at: { x: number; y: number }) => {
    const { kind, stage, id } = placeOf(node);
    if (kind === 'step') return askAdd(focus, { at, from: { stage, id, port: port ?? '' } });
    store.getState().select({ kind: 'stage', stage });
    askConnect(focus, { at });
  };
  return (event, { isValid, fromHandle, from }) => {
    const at = pointOf(event);
    if (isValid === true || fromHandle?.type !== 'source' || !from || !at) return;
    const onBoard = document.elementFromPoint(at.x, at.y)?.closest('.react-flow');
    const start = flowToScreenPosition(from);
    if (!onBoard || Math.hypot(at.x - start.x, at.y - start.y) < SLIP) return;
    const line = { node: fromHandle.nodeId, port: fromHandle.id ?? null };
    const drop = lineDrop(layout, line, screenToFlowPosition(at));
    if (drop.kind === 'connect') edit((drawing) => connect(drawing, drop.connection));
    if (drop.kind === 'offer') offer(line, at);
  };
}
