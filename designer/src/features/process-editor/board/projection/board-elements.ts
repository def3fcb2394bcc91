import type { Edge, Node } from '@xyflow/react';
import type { EndTarget } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Rail } from '#core/drawing/rail.ts';
import type { Stage } from '#core/drawing/stage.ts';
import type { RoutedExit } from '#core/layout/route-exits.ts';
import type { Step } from '#core/drawing/step.ts';
import { selectionKey } from '../../state/selection.ts';
import type { ExitLabel } from '../lines/exit-labels.ts';

export type StageNode = Node<{ stage: Stage; number: number }, 'stage' | 'spine'>;
export type StepNode = Node<{ stage: string; step: Step }, 'step'>;
export type EndNode = Node<{ end: EndTarget }, 'end'>;
export type RailNode = Node<{ rail: Rail }, 'rail'>;
export type BoardNode = StageNode | StepNode | EndNode | RailNode;

type Points = { x: number; y: number }[];
export type LinkEdge = Edge<{ stage: string; link: Link; points: Points; ports: string }, 'link'>;
export type ExitEdge = Edge<
  {
    stage: string;
    id: string;
    points: Points;
    kind: RoutedExit['kind'];
    source: RoutedExit['source'];
  } & Partial<ExitLabel>,
  'exit'
>;
export type BoardEdge = LinkEdge | ExitEdge;

/** Ids of nodes are the keys of what they select. */
export const stageKey = (stage: string) => selectionKey({ kind: 'stage', stage });
export const stepKey = (stage: string, id: string) => selectionKey({ kind: 'step', stage, id });
export const railKey = (rail: string) => selectionKey({ kind: 'rail', stage: rail });
export const endKey = (end: EndTarget) => selectionKey({ kind: 'end', end });

/** Nodes and edges are a projection: nothing of them is moved, selected or focused by the canvas. */
export const fixed = { draggable: false, selectable: false, focusable: false } as const;
