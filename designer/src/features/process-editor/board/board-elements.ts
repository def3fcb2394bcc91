import type { Edge, Node } from '@xyflow/react';
import type { EndTarget } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import type { Step } from '#core/drawing/step.ts';
import { selectionKey } from '../state/selection.ts';

export type StageNode = Node<{ stage: Stage; number: number }, 'stage' | 'spine'>;
export type StepNode = Node<{ stage: string; step: Step }, 'step'>;
export type EndNode = Node<{ end: EndTarget }, 'end'>;
export type BoardNode = StageNode | StepNode | EndNode;

type Points = { x: number; y: number }[];
export type LinkEdge = Edge<{ stage: string; link: Link; points: Points; ports: string }, 'link'>;
export type ExitEdge = Edge<
  {
    stage: string;
    id: string;
    exit: Exit | undefined;
    points: Points;
    long: boolean;
    /** Room for the name beside the line in the channel, in pixels; 0 = none. */
    room: number;
  },
  'exit'
>;
export type BoardEdge = LinkEdge | ExitEdge;

/** Ids of nodes are the keys of what they select. */
export const stageKey = (stage: string) => selectionKey({ kind: 'stage', stage });
export const stepKey = (stage: string, id: string) => selectionKey({ kind: 'step', stage, id });
export const endKey = (end: EndTarget) => selectionKey({ kind: 'end', end });

/** Nodes and edges are a projection: nothing of them is moved, selected or focused by the canvas. */
export const fixed = { draggable: false, selectable: false, focusable: false } as const;
