import { Position, type Edge, type Node } from '@xyflow/react';
import type { Drawing, EndTarget } from '#core/drawing/drawing.ts';
import type { Exit, Link, Stage } from '#core/drawing/stage.ts';
import { portsOf, type Step } from '#core/drawing/step.ts';
import type { BoardLayout } from '#core/layout/board.ts';
import { metrics } from '#core/layout/metrics.ts';
import { selectionKey } from '../state/selection.ts';
import { labelPoint } from './routed-path.ts';

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

interface Flow {
  nodes: BoardNode[];
  edges: BoardEdge[];
}

const stageKey = (stage: string) => selectionKey({ kind: 'stage', stage });
const stepKey = (stage: string, id: string) => selectionKey({ kind: 'step', stage, id });
const endKey = (end: EndTarget) => selectionKey({ kind: 'end', end });

/** Same content, so that the object of before can be used again; the same object costs nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

/** Gives the object of before for every entity that did not change, so that React skips it. */
function createReuse<T extends { id: string }>() {
  let known = new Map<string, T>();
  return (next: T[]): T[] => {
    const kept = next.map((one) => {
      const before = known.get(one.id);
      return before && isSame(before, one) ? before : one;
    });
    known = new Map(kept.map((one) => [one.id, one]));
    return kept;
  };
}

const handleSize = { width: 8, height: 8 };

function stageHandles(width: number): NonNullable<BoardNode['handles']> {
  const y = metrics.headerLine - 4;
  return [
    { type: 'target', position: Position.Left, x: -4, y, ...handleSize },
    { type: 'source', position: Position.Right, x: width - 4, y, ...handleSize },
  ];
}

/** Where the port with this index stands on the lower edge of a card. */
export function portX(index: number, count: number): number {
  return Math.round((metrics.card.width * (index + 1)) / (count + 1));
}

function stepHandles(step: Step, height: number): NonNullable<BoardNode['handles']> {
  const ports = portsOf(step);
  const y = height - 4;
  return [
    { type: 'target', position: Position.Top, x: metrics.card.width / 2 - 4, y: -4, ...handleSize },
    ...ports.map((port, index) => ({
      id: port.id,
      type: 'source' as const,
      position: Position.Bottom,
      x: portX(index, ports.length) - 4,
      y,
      ...handleSize,
    })),
  ];
}

const fixed = { draggable: false, selectable: false, focusable: false } as const;

function columnNodes({ stages }: Drawing, layout: BoardLayout): StageNode[] {
  return layout.columns.flatMap(({ stage: id, x, y, width, height, collapsed }) => {
    const index = stages.findIndex((one) => one.id === id);
    const stage = stages[index];
    if (!stage) return [];
    return [
      {
        ...fixed,
        id: stageKey(id),
        type: collapsed ? 'spine' : 'stage',
        position: { x, y },
        width,
        height,
        measured: { width, height },
        zIndex: 0,
        handles: stageHandles(width),
        data: { stage, number: index + 1 },
      },
    ];
  });
}

function stepNodes({ stages }: Drawing, layout: BoardLayout): StepNode[] {
  const steps = new Map(
    stages.flatMap((stage) => stage.steps.map((step) => [stepKey(stage.id, step.id), step])),
  );
  return layout.steps.flatMap(({ id, stage, x, y, width, height }) => {
    const step = steps.get(stepKey(stage, id));
    if (!step) return [];
    return [
      {
        ...fixed,
        id: stepKey(stage, id),
        type: 'step',
        parentId: stageKey(stage),
        position: { x, y },
        width,
        height,
        measured: { width, height },
        zIndex: 2,
        handles: stepHandles(step, height),
        data: { stage, step },
      },
    ];
  });
}

function endNodes(layout: BoardLayout): EndNode[] {
  return layout.ends.map(({ id, x, y, width, height }) => ({
    ...fixed,
    id: endKey(id),
    type: 'end',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    zIndex: 0,
    handles: [stageHandles(width)[0]].filter((handle) => handle !== undefined),
    data: { end: id },
  }));
}

function portLabels(link: Link, source: Step | undefined): string {
  const ports = source ? portsOf(source) : [];
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

function linkEdges({ stages }: Drawing, layout: BoardLayout): LinkEdge[] {
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

/** Below this a name would be cut to nothing. */
const LEAST_ROOM = 64;

/**
 * How much room each long exit has for its name, from where it comes down to the next line that
 * does. Lines of the same name to the same target are named once.
 */
function roomsOf(named: { key: string; text: string; x: number }[]): Map<string, number> {
  const rooms = new Map<string, number>();
  const told = new Set<string>();
  const sorted = named.toSorted((a, b) => a.x - b.x);
  for (const [index, { key, text, x }] of sorted.entries()) {
    const next = sorted.slice(index + 1).find((one) => one.x > x)?.x ?? x + 300;
    const room = next - x - 20;
    if (text === '' || told.has(text) || room < LEAST_ROOM) continue;
    told.add(text);
    rooms.set(key, room);
  }
  return rooms;
}

function longNames({ stages }: Drawing, layout: BoardLayout) {
  const exits = new Map(
    stages.flatMap((stage) => stage.exits.map((exit) => [`${stage.id}/${exit.id}`, exit])),
  );
  return layout.exits
    .filter(({ kind }) => kind === 'long')
    .map(({ id, stage, to, points, source }) => {
      const name = source === 'exit' ? exits.get(`${stage}/${id}`)?.name : undefined;
      const x = points.find((point, index) => points[index + 1]?.y === point.y)?.x ?? 0;
      return { key: `${source}:${stage}/${id}`, text: name ? `${to} ${name}` : '', x };
    });
}

function exitEdges(drawing: Drawing, layout: BoardLayout): ExitEdge[] {
  const { stages } = drawing;
  const rooms = roomsOf(longNames(drawing, layout));
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return layout.exits.map(({ id, stage, to, points, kind, source }) => {
    const exit = byId.get(stage)?.exits.find((one) => one.id === id);
    const isEnd = to === 'won' || to === 'lost';
    return {
      ...fixed,
      id: `${source}-line:${stage}/${id}`,
      type: 'exit',
      source: stageKey(stage),
      target: isEnd ? endKey(to) : stageKey(to),
      zIndex: 1,
      data: {
        stage,
        id,
        exit: source === 'exit' ? exit : undefined,
        points,
        long: kind === 'long',
        room: rooms.get(`${source}:${stage}/${id}`) ?? 0,
      },
    };
  });
}

/** Turns a drawing and its layout into nodes and edges; what did not change keeps its object. */
export function createProjection(): (drawing: Drawing, layout: BoardLayout) => Flow {
  const reuseNodes = createReuse<BoardNode>();
  const reuseEdges = createReuse<BoardEdge>();
  return (drawing, layout) => ({
    nodes: reuseNodes([
      ...columnNodes(drawing, layout),
      ...(drawing.stages.length === 0 ? [] : endNodes(layout)),
      ...stepNodes(drawing, layout),
    ]),
    edges: reuseEdges([...linkEdges(drawing, layout), ...exitEdges(drawing, layout)]),
  });
}
