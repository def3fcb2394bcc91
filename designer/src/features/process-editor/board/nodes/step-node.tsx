import { Handle, Position, type NodeProps } from '@xyflow/react';
import { IconClock } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { conditionLines, hasPortLine } from '#core/layout/step-height.ts';
import { DepartmentChip } from '../../../../ui/work/department-chip.tsx';
import { readCondition } from '../../condition/read-condition.ts';
import { isWork } from '../../commands/steps/new-step.ts';
import { useEditor, useEditorState } from '../../state/editor-context.tsx';
import { stepName, targetName } from '../../state/selection.ts';
import styles from '../board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import type { StepNode as StepNodeType } from '../projection/board-elements.ts';
import { portX } from '../projection/project-nodes.ts';
import { stepIcons } from './step-icons.ts';
import { fieldLabel, stepWords, type StepWords } from './step-words.ts';
import { useIsSelected, useIsSmall, useProblemCount } from '../use-board-state.ts';

function useWords(stage: string, step: Step): StepWords {
  const { directory } = useEditor();
  const fields = useEditorState((state) => state.drawing.fields);
  const target = useEditorState((state) =>
    step.kind === 'leave' ? targetName(state.drawing, step.to) : '',
  );
  const handed = useEditorState((state) =>
    step.kind === 'assign' && step.what !== 'deal'
      ? stepName(state.drawing, stage, step.what.step)
      : '',
  );
  return useMemo(() => {
    const nameOf = (id: string) => (step.kind === 'leave' ? target : fieldLabel(fields, id));
    const words = stepWords(step, directory, nameOf);
    return handed === '' ? words : { ...words, text: `${handed} to` };
  }, [step, directory, fields, target, handed]);
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
  const Icon = stepIcons[step.kind];
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
      {step.kind !== 'branch' && (
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
      data-optional={step.mandatory === false && step.kind !== 'leave'}
      data-quiet={!isWork(step) && step.kind !== 'email'}
    >
      <Handle type="target" position={Position.Top} className={styles.handle ?? ''} />
      {isSmall ? <SmallCard stage={stage} step={step} /> : <Card stage={stage} step={step} />}
      <ProblemMark count={count} />
      <Ports step={step} />
    </div>
  );
}

export const StepNode = memo(StepNodeView);
