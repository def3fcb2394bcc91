import type { Connection } from '@xyflow/react';
import type { BoardLayout } from '#core/layout/board.ts';
import type { Point } from '#core/layout/metrics.ts';
import { selectionKey } from '../../state/selection.ts';
import { endKey, stageKey } from '../projection/board-elements.ts';
import { endAt, placeAt } from '../place-at.ts';
import { placeOf } from './use-connect.ts';

/** Where a line starts: the node, and its port. */
export interface LineStart {
  node: string;
  port: string | null;
}

/** What a line means that was let go beside every port: connect, offer what can follow, or nothing. */
export type LineDrop = { kind: 'connect'; connection: Connection } | { kind: 'offer' | 'nothing' };

function targetAt(layout: BoardLayout, point: Point): string | undefined {
  const end = endAt(layout, point);
  if (end) return endKey(end);
  const place = placeAt(layout, point);
  return place && selectionKey(place);
}

/**
 * On a card or another column it leads there, as if it had met the port. On the empty board, and for a step
 * in its own column, what can follow is offered. On the card or column that it starts at it means nothing.
 */
export function lineDrop(layout: BoardLayout, { node, port }: LineStart, point: Point): LineDrop {
  const from = placeOf(node);
  const target = targetAt(layout, point);
  const to = target === undefined ? undefined : placeOf(target);
  if (target === undefined || to === undefined) return { kind: 'offer' };
  const isOwn = to.stage === from.stage && to.kind !== 'end';
  if (from.kind === 'stage' && isOwn) return { kind: 'nothing' };
  if (from.kind === 'step' && target === node) return { kind: 'nothing' };
  if (from.kind === 'step' && isOwn && to.kind === 'stage') return { kind: 'offer' };
  const meant = from.kind === 'stage' && to.kind === 'step' ? stageKey(to.stage) : target;
  const connection = { source: node, target: meant, sourceHandle: port, targetHandle: null };
  return { kind: 'connect', connection };
}
