import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Join } from '#core/drawing/step-base.ts';
import type { Step } from '#core/drawing/step.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { ConditionField } from '../inputs/condition-field.tsx';
import { ManyField } from '../inputs/many-field.tsx';
import { eventName } from '../inputs/names-field.tsx';
import { NumberField } from '../inputs/number-field.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { MoreSection } from '../layout/more-section.tsx';
import styles from '../panel.module.css';
import { useStepEdit } from './use-step-edit.ts';

const joins = [
  { value: 'all', label: 'all of them have ended' },
  { value: 'any', label: 'the first has ended' },
  { value: 'count', label: 'some of them have ended' },
];
const redos = [
  { value: 'ifInputsChanged', label: 'if what it depends on has changed' },
  { value: 'always', label: 'always' },
  { value: 'never', label: 'never' },
];

interface PartProps {
  stage: string;
  step: Step;
}

/** When the turn of a step with several links comes (E5). */
function JoinPart(props: PartProps) {
  const { step, stage } = props;
  const { edit, type } = useStepEdit(props);
  const drawing = useDrawing();
  const links = drawnFrame(drawing, stage)?.links.filter(
    (link) => link.to === step.id && !link.rework,
  );
  const count = links?.length ?? 0;
  if (count < 2 && step.join === undefined) return null;
  const mode = step.join?.mode ?? 'all';
  const put = (join: Join | undefined) =>
    edit('join', (target) => putOptional(target, 'join', join));
  return (
    <div className={styles.part} data-path="join" tabIndex={-1}>
      <ChoiceField
        label={`Of the ${count} steps before, it waits until`}
        value={mode}
        path="join.mode"
        options={joins}
        onChange={(next) => {
          if (next === 'all') return put(undefined);
          return put(
            next === 'any' ? { mode: 'any' } : { mode: 'count', count: Math.min(2, count) },
          );
        }}
      />
      {step.join?.mode === 'count' && (
        <NumberField
          label="How many"
          value={step.join.count}
          path="join.count"
          min={1}
          max={100}
          onChange={(n) =>
            type('join', (target) => {
              if (target.join) target.join.count = n;
            })
          }
        />
      )}
      {step.join && step.join.mode !== 'all' && (
        <Checkbox
          size="xs"
          label="Cancel the other steps that lead only here"
          checked={step.join.late === 'cancel'}
          onChange={() =>
            edit('join', (target) => {
              if (!target.join) return;
              const late = target.join.late === 'cancel' ? undefined : 'cancel';
              putOptional(target.join, 'late', late);
            })
          }
        />
      )}
    </div>
  );
}

/** What happens when the turn of a done step comes again (E12, E13). */
function RedoPart({ noInputs, ...props }: PartProps & { noInputs: string }) {
  const { step } = props;
  const { edit } = useStepEdit(props);
  const { fields } = useDrawing();
  const redo = step.redo ?? 'ifInputsChanged';
  return (
    <div className={styles.part}>
      <ChoiceField
        label="When its turn comes again, do it"
        value={redo}
        path="redo"
        options={redos}
        onChange={(next) =>
          edit('redo', (target) => {
            const value = next === 'ifInputsChanged' ? undefined : (next as 'always' | 'never');
            putOptional(target, 'redo', value);
          })
        }
      />
      {redo === 'ifInputsChanged' && (
        <ManyField
          label="It depends on"
          value={step.inputs ?? []}
          path="inputs"
          none={noInputs}
          max={60}
          options={fields.map(({ id, label }) => ({ value: id, label }))}
          onChange={(inputs) => edit('inputs', (target) => putFilled(target, 'inputs', inputs))}
        />
      )}
    </div>
  );
}

/** What ends or holds the step from outside. */
function HoldPart(props: PartProps) {
  const { step } = props;
  const { type } = useStepEdit(props);
  return (
    <div className={styles.part}>
      <ConditionField
        label="Only while this is true; else it is stepped over"
        value={step.onlyWhile}
        path="onlyWhile"
        placeholder="always"
        onChange={(text) => type('only while', (target) => putFilled(target, 'onlyWhile', text))}
      />
      <TextField
        label="Lock"
        value={step.lock ?? ''}
        path="lock"
        maxLength={40}
        placeholder="none"
        description="Steps of a deal with the same lock run one at a time."
        onChange={(text) => {
          const lock = eventName(text);
          type('lock', (target) => putFilled(target, 'lock', lock));
        }}
      />
    </div>
  );
}

function setWords(step: Step): string {
  const words = [
    'repeat' in step && step.repeat && 'repeated',
    'carry' in step && step.carry && 'goes along',
    step.join && 'join',
    (step.redo ?? step.inputs) && 'redo',
    step.onlyWhile && 'only while',
    step.lock && `lock ${step.lock}`,
  ];
  return words.filter(Boolean).join(', ');
}

interface MoreProps extends PartProps {
  children?: ReactNode;
  /** What is shown while no field is chosen that the step depends on. */
  noInputs?: string;
}

/** What is rare of a step: of its own kind first, then what every step has. */
export function StepMore({ children, noInputs = 'Choose fields…', ...props }: MoreProps) {
  return (
    <MoreSection
      meta={setWords(props.step)}
      paths={['join', 'redo', 'inputs', 'onlyWhile', 'lock', 'repeat', 'carry']}
    >
      {children}
      <JoinPart {...props} />
      <RedoPart {...props} noInputs={noInputs} />
      <HoldPart {...props} />
    </MoreSection>
  );
}
