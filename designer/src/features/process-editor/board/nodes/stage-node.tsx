import { ActionIcon } from '@mantine/core';
import { IconViewportNarrow, IconViewportWide, IconClock, IconFence } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { useEditor, useEditorState } from '../../state/editor-context.tsx';
import styles from '../board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import type { StageNode as StageNodeType } from '../projection/board-elements.ts';
import { deadlineText, gateText } from './stage-words.ts';
import { useIsSelected, useProblemCount } from '../use-board-state.ts';

function useFigures(stage: string) {
  const { live } = useEditor();
  return useStore(live, (state) => state.stages[stage]);
}

function Gates() {
  return (
    <>
      <Handle type="target" position={Position.Left} className={styles.gateHandle ?? ''} />
      <Handle
        type="source"
        position={Position.Right}
        className={styles.gateHandle ?? ''}
        title="Drag to the stage that follows"
      />
    </>
  );
}

function StageNodeView({ id, data }: NodeProps<StageNodeType>) {
  const { stage, number } = data;
  const { store, focus } = useEditor();
  const fields = useEditorState((state) => state.drawing.fields);
  const selected = useIsSelected(id);
  const isTarget = useStore(focus, (state) => state.drop === stage.id);
  const count = useProblemCount(id);
  const figures = useFigures(stage.id);
  const deadline = deadlineText(stage, fields);
  const fold = (event: MouseEvent) => {
    event.stopPropagation();
    store.getState().setCollapsed([stage.id], true);
  };
  return (
    <section
      id={`board-${id}`}
      className={styles.column}
      data-selected={selected}
      data-drop={isTarget}
      aria-label={`Stage ${number}: ${stage.name}`}
    >
      <header className={styles.header}>
        <div className={styles.stageLine}>
          <span className={styles.number}>{number}</span>
          <h2 className="cut" title={stage.name}>
            {stage.name}
          </h2>
          <ProblemMark count={count} inline />
          <ActionIcon
            className={`${styles.fold} nodrag`}
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Fold ${stage.name}`}
            onClick={fold}
          >
            <IconViewportNarrow size={14} stroke={1.5} />
          </ActionIcon>
        </div>
        <div className={styles.figures}>
          <span className={styles.figure}>
            <IconClock size={14} stroke={1.5} aria-hidden />
            <span className="cut" title={deadline ?? 'No deadline'}>
              {deadline ?? '—'}
            </span>
          </span>
          <span>{stage.probability} %</span>
          {figures && (
            <span>
              {figures.deals} {figures.deals === 1 ? 'deal' : 'deals'}
            </span>
          )}
          {figures && figures.overdue > 0 && (
            <span className="danger">{figures.overdue} overdue</span>
          )}
        </div>
        <p className={styles.gate} title={gateText(stage)}>
          <IconFence size={14} stroke={1.5} aria-hidden />
          <span className="cut2">{gateText(stage)}</span>
        </p>
      </header>
      <Gates />
    </section>
  );
}

function SpineNodeView({ id, data }: NodeProps<StageNodeType>) {
  const { stage, number } = data;
  const { store, focus } = useEditor();
  const fields = useEditorState((state) => state.drawing.fields);
  const selected = useIsSelected(id);
  const isTarget = useStore(focus, (state) => state.drop === stage.id);
  const count = useProblemCount(id, stage.id);
  const figures = useFigures(stage.id);
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    store.getState().setCollapsed([stage.id], false);
  };
  return (
    <section
      id={`board-${id}`}
      className={styles.spine}
      data-selected={selected}
      data-drop={isTarget}
      aria-label={`Stage ${number}: ${stage.name}, folded`}
    >
      <span className={styles.number}>{number}</span>
      <span className={`${styles.vertical} cut`} title={stage.name}>
        {stage.name}
      </span>
      <span className={styles.foot}>
        <span>{deadlineText(stage, fields)?.split(' or ')[0]}</span>
        <span>{stage.probability} %</span>
        {figures && <span className={styles.count}>{figures.deals}</span>}
        <ActionIcon
          className="nodrag"
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={`Open ${stage.name}`}
          onClick={open}
        >
          <IconViewportWide size={14} stroke={1.5} />
        </ActionIcon>
      </span>
      <ProblemMark count={count} />
      <Gates />
    </section>
  );
}

export const StageNode = memo(StageNodeView);
export const SpineNode = memo(SpineNodeView);
