import { IconClock, IconPlayerStop, IconTimelineEvent } from '@tabler/icons-react';
import type { NodeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Rail } from '#core/drawing/rail.ts';
import type { Step } from '#core/drawing/step.ts';
import { inOrder } from '../../commands/rails/rail-chain.ts';
import { useEditor, useEditorState } from '../../state/editor-context.tsx';
import { stepKey, type RailNode as RailNodeType } from '../projection/board-elements.ts';
import styles from '../board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import { spanText, stopText, triggerText } from './rail-words.ts';
import { editorKindOf } from '../../step-kinds/editor-kinds.ts';
import { fieldLabel } from '../../step-kinds/card-parts.ts';
import { useIsSelected, useProblemCount } from '../use-board-state.ts';

/** One step of a rail: a wait as the time that passes, everything else by its name. */
function Bead({ rail, step }: { rail: string; step: Step }) {
  const { store } = useEditor();
  const key = stepKey(rail, step.id);
  const selected = useIsSelected(key);
  const count = useProblemCount(key);
  const wait = useEditorState(({ drawing }) =>
    editorKindOf(step).bead(step, (id) => fieldLabel(drawing.fields, id)),
  );
  const Icon = editorKindOf(step).icon;
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    store.getState().select({ kind: 'step', stage: rail, id: step.id }, 'open');
    event.currentTarget.closest<HTMLElement>('[role="application"]')?.focus();
  };
  return (
    <li className={styles.beadItem}>
      <button
        id={`board-${key}`}
        type="button"
        tabIndex={-1}
        className={`${styles.bead} nodrag`}
        aria-label={step.name}
        aria-pressed={selected}
        title={step.name}
        data-selected={selected}
        data-wait={wait !== undefined}
        data-error={count.errors > 0}
        onClick={open}
      >
        {wait === undefined && <Icon size={14} stroke={1.5} aria-hidden />}
        <span className="cut">{wait ?? step.name}</span>
      </button>
    </li>
  );
}

function Beads({ rail }: { rail: Rail }) {
  if (rail.steps.length === 0) return <span className="meta">No steps yet: add one with A</span>;
  return (
    <ol className={styles.beads}>
      {inOrder(rail).map((step) => (
        <Bead key={step.id} rail={rail.id} step={step} />
      ))}
    </ol>
  );
}

function RailNodeView({ id, data }: NodeProps<RailNodeType>) {
  const { rail } = data;
  const { focus } = useEditor();
  const span = useEditorState(({ drawing }) => spanText(drawing, rail));
  const trigger = useEditorState(({ drawing }) => triggerText(drawing, rail.trigger));
  const selected = useIsSelected(id);
  const count = useProblemCount(id);
  const isTarget = useStore(focus, (state) => state.drop === rail.id);
  const Icon = rail.trigger.on === 'silence' ? IconClock : IconTimelineEvent;
  const stops = stopText(rail);
  return (
    <section
      id={`board-${id}`}
      className={styles.rail}
      data-selected={selected}
      data-drop={isTarget}
      aria-label={`Rail: ${rail.name}`}
    >
      <Icon size={16} stroke={1.5} aria-hidden />
      <h2 className="cut" title={rail.name}>
        {rail.name}
      </h2>
      <span className={styles.port}>{span}</span>
      <span className={styles.railTrigger}>{trigger}</span>
      <Beads rail={rail} />
      <span className={styles.railStop} title={stops}>
        <IconPlayerStop size={14} stroke={1.5} aria-hidden />
        <span className="cut">{stops}</span>
      </span>
      <ProblemMark count={count} inline />
    </section>
  );
}

export const RailNode = memo(RailNodeView);
