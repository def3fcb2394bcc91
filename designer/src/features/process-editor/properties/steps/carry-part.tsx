import { Checkbox } from '@mantine/core';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useIsOnRail } from '../../state/editor-context.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import styles from '../panel.module.css';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** Whether a started step goes along when the stage is left (E11), and how far. */
export function CarryPart(props: StepFormProps<'task'> | StepFormProps<'approval'>) {
  const { stage, step } = props;
  const { stages } = useDrawing();
  const { edit } = useStepEdit<'task' | 'approval'>({ stage, step });
  const isOnRail = useIsOnRail(stage);
  if (isOnRail) return null;
  const later = stages.slice(stages.findIndex((one) => one.id === stage) + 1);
  return (
    <div className={styles.part} data-path="carry" tabIndex={-1}>
      <Checkbox
        size="xs"
        label="Goes along when the stage is left and it has begun"
        checked={step.carry !== undefined}
        onChange={() =>
          edit('carry', (task) => putOptional(task, 'carry', task.carry ? undefined : {}))
        }
      />
      {step.carry && (
        <ChoiceField
          label="Must be done before"
          value={step.carry.until}
          path="carry.until"
          none="the deal is won"
          options={later.map(({ id, name }) => ({ value: id, label: `leaving ${name}` }))}
          onChange={(until) => edit('carry', (task) => void (task.carry = { until }))}
          onNone={() => edit('carry', (task) => void (task.carry = {}))}
        />
      )}
    </div>
  );
}
