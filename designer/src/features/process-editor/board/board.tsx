import {
  Background,
  ConnectionLineType,
  ReactFlow,
  type EdgeTypes,
  type NodeTypes,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef, useState } from 'react';
import { layoutBoard, railsHeight } from '#core/layout/board.ts';
import { metrics } from '#core/layout/metrics.ts';
import { useDrawing, useEditor, useEditorState } from '../state/editor-context.tsx';
import { selectionKey, wholeProcess } from '../state/selection.ts';
import { ArrowHeads } from './lines/arrow-heads.tsx';
import styles from './board.module.css';
import { EmptyBoard } from './empty-board.tsx';
import { EndNode } from './nodes/end-node.tsx';
import { ExitEdge } from './lines/exit-edge.tsx';
import { LinkEdge } from './lines/link-edge.tsx';
import type { BoardEdge, BoardNode } from './projection/board-elements.ts';
import { createProjection } from './projection/project-board.ts';
import { RailNode } from './nodes/rail-node.tsx';
import { selectionOfEdge, selectionOfNode } from './keyboard/selection-of-node.ts';
import { SpineNode, StageNode } from './nodes/stage-node.tsx';
import { StepNode } from './nodes/step-node.tsx';
import { useBoardHeight } from './use-board-height.ts';
import { useBoardKeys } from './keyboard/use-board-keys.ts';
import { useCentre } from './use-centre.ts';
import { useConnect } from './lines/use-connect.ts';
import { useLineDrop } from './lines/use-line-drop.ts';
import { usePaletteDrop } from './use-palette-drop.ts';

const nodeTypes: NodeTypes = {
  stage: StageNode,
  spine: SpineNode,
  step: StepNode,
  end: EndNode,
  rail: RailNode,
};
const edgeTypes: EdgeTypes = { link: LinkEdge, exit: ExitEdge };

/** From this many nodes on, only what is in view is rendered. */
const CULLING_FROM = 150;
/** How far one can push the board out of view; more to the right, so that a small one stays left. */
const SLACK = 400;
const MORE_SLACK = 2400;

function useLayout(height: number) {
  const drawing = useDrawing();
  const collapsed = useEditorState((state) => state.collapsed);
  const below = metrics.margin + metrics.channel + railsHeight(drawing);
  const leastHeight = Math.max(metrics.leastHeight, height - below);
  const layout = useMemo(
    () => layoutBoard(drawing, { collapsed, leastHeight }),
    [drawing, collapsed, leastHeight],
  );
  const [project] = useState(createProjection);
  const flow = useMemo(() => project(drawing, layout), [project, drawing, layout]);
  return { drawing, layout, ...flow };
}

/** The stage board: a projection of the drawing. Nothing on it is placed by hand. */
export function Board() {
  const { store } = useEditor();
  const board = useRef<HTMLDivElement>(null);
  const height = useBoardHeight(board);
  const { drawing, layout, nodes, edges } = useLayout(height);
  const readOnly = useEditorState((state) => state.readOnly);
  const selected = useEditorState((state) => selectionKey(state.selection));
  const onKeyDown = useBoardKeys(layout);
  const onConnect = useConnect();
  const onConnectEnd = useLineDrop(layout);
  const drop = usePaletteDrop(layout);
  useCentre(layout);
  const focusBoard = () => board.current?.focus({ preventScroll: true });
  return (
    <div
      ref={board}
      className={styles.board}
      role="application"
      tabIndex={0}
      aria-label={`Stage board of ${drawing.name}`}
      aria-activedescendant={selected === 'process' ? undefined : `board-${selected}`}
      onKeyDown={onKeyDown}
      {...(readOnly ? {} : drop)}
    >
      <ArrowHeads />
      <ReactFlow<BoardNode, BoardEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        zIndexMode="manual"
        onlyRenderVisibleElements={nodes.length >= CULLING_FROM}
        nodesDraggable={false}
        nodesConnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={1.5}
        translateExtent={[
          [-SLACK, -SLACK],
          [layout.width + MORE_SLACK, layout.height + MORE_SLACK],
        ]}
        connectionRadius={48}
        autoPanOnConnect={false}
        connectionLineType={ConnectionLineType.SmoothStep}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onNodeClick={(_event, node) => {
          store.getState().select(selectionOfNode(node), 'open');
          focusBoard();
        }}
        onEdgeClick={(_event, edge) => {
          store.getState().select(selectionOfEdge(edge), 'open');
          focusBoard();
        }}
        onPaneClick={() => {
          store.getState().select(wholeProcess);
          focusBoard();
        }}
      >
        <Background gap={16} size={1.5} color="var(--dots)" />
      </ReactFlow>
      {drawing.stages.length === 0 && <EmptyBoard />}
    </div>
  );
}
