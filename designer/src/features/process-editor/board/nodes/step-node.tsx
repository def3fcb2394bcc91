import { Handle, Position, type NodeProps } from '@xyflow/react';
import { IconClock } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { conditionLines, hasPortLine } from '#core/layout/step-height.ts';
import { DepartmentChip } from '../../../../ui/work/department-chip.tsx';
import { readCondition } from '../../condition/read-condition.ts';
import { isWork, rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import { useEditor, useEditorState } from '../../state/editor-context.tsx';
import { stepName, targetName } from '../../state/selection.ts';
import styles from '../board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import type { StepNode as StepNodeType } from '../projection/board-elements.ts';
import { portX } from '../projection/project-nodes.ts';
import { editorKindOf } from '../../step-kinds/editor-kinds.ts';
import { fieldLabel, type StepWords } from '../../step-kinds/card-parts.ts';
import { useIsSelected, useIsSmall, useProblemCount } from '../use-board-state.ts';

/** The name of the step or the target that the card names; empty when it names none. */
function useNamed(stage: string, step: Step): string {
  return useEditorState(({ drawing }) => {
    const named = editorKindOf(step).named(step);
    if (named === 'none') return '';
    return 'step' in named
      ? stepName(drawing, stage, named.step)
      : targetName(drawing, named.target);
  });
}

function useWords(stage: string, step: Step): StepWords {
  const { directory } = useEditor();
  const fields = useEditorState((state) => state.drawing.fields);
  const named = useNamed(stage, step);
  return useMemo(() => {
    const fieldOf = (id: string) => fieldLabel(fields, id);
    return editorKindOf(step).card(step, { directory, fieldOf, named });
  }, [step, directory, fields, named]);
}

/** The condition in words: `if system size > 50 kWp`. */
function useConditionSentence(when: string | undefined): string | undefined {
  const fields = useEditorState((state) => state.drawing.fields);
  const currency = useEditorState((state) => state.drawing.currency);
  return useMemo(() => {
    if (when === undefined || when === '') return undefined;
    return `if ${readCondition(when, { fields, currency }).sentence ?? when}`;
  }, [when, fields, currency]);
}

function Who({ who }: { who: NonNullable<StepWords['who']> }) {
  if (who.department === undefined) return <span className={styles.port}>{who.name}</span>;
  return (
    <span className={styles.who} title={who.name}>
      <DepartmentChip departmentKey={who.department} name={who.name} />
    </span>
  );
}

function Card({ stage, step }: { stage: string; step: Step }) {
  const words = useWords(stage, step);
  const sentence = useConditionSentence(step.when);
  const isOnOwnLine = hasPortLine(step);
  const lines = Math.min(conditionLines(step.when), isOnOwnLine ? 1 : 2);
  const { icon: Icon, cardShows } = editorKindOf(step);
  const ports = words.ports.length > 0 && (
    <span className={styles.ports} title={words.ports.join(', ')}>
      {words.ports.map((port) => (
        <span key={port} className={styles.port}>
          {port}
        </span>
      ))}
    </span>
  );
  return (
    <>
      <span className={styles.title}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className="cut" title={step.name}>
          {step.name}
        </span>
      </span>
      {sentence !== undefined && (
        <span className={styles.condition} data-lines={lines} title={sentence}>
          {sentence}
        </span>
      )}
      {isOnOwnLine && isWork(step) && ports}
      {cardShows === 'facts' && (
        <span className={styles.facts}>
          {words.text !== undefined && words.text !== '' && (
            <span className={`${styles.text} cut`} title={words.text}>
              {words.text}
            </span>
          )}
          {words.who && <Who who={words.who} />}
          {words.due !== undefined && (
            <span className={styles.due}>
              <IconClock size={14} stroke={1.5} aria-hidden />
              {words.due}
            </span>
          )}
        </span>
      )}
      {!isWork(step) && ports}
    </>
  );
}

/** Below 45 %: the title and a dot in the department's colour. */
function SmallCard({ stage, step }: { stage: string; step: Step }) {
  const { who } = useWords(stage, step);
  return (
    <span className={styles.small}>
      {who?.department !== undefined && (
        <span className={styles.dot} aria-hidden>
          <DepartmentChip departmentKey={who.department} name="" />
        </span>
      )}
      <span className="cut2">{step.name}</span>
    </span>
  );
}

function Ports({ step }: { step: Step }) {
  const ports = linkPortsOf(step);
  return ports.map((port, index) => (
    <Handle
      key={port.id}
      id={port.id}
      type="source"
      position={Position.Bottom}
      className={styles.handle ?? ''}
      style={{ left: portX(index, ports.length) }}
      title={`Drag to what follows${ports.length > 1 ? ` “${port.label}”` : ''}`}
    />
  ));
}

function StepNodeView({ id, data }: NodeProps<StepNodeType>) {
  const { stage, step } = data;
  const selected = useIsSelected(id);
  const count = useProblemCount(id);
  const isSmall = useIsSmall();
  return (
    <div
      id={`board-${id}`}
      className={styles.step}
      role="button"
      aria-label={step.name}
      aria-pressed={selected}
      data-selected={selected}
      data-error={count.errors > 0}
      data-optional={step.mandatory === false && !rulesOf(step).leavesStage}
      data-quiet={editorKindOf(step).isQuiet}
    >
      <Handle type="target" position={Position.Top} className={styles.handle ?? ''} />
      {isSmall ? <SmallCard stage={stage} step={step} /> : <Card stage={stage} step={step} />}
      <ProblemMark count={count} />
      <Ports step={step} />
    </div>
  );
}

export const StepNode = memo(StepNodeView);
