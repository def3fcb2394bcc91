import { Checkbox } from '@mantine/core';
import type { StepOf } from '#core/drawing/step.ts';
import { idFromLabel } from '../../commands/new-id.ts';
import { AddButton } from '../layout/add-button.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';
import { useStepEdit } from './use-step-edit.ts';

interface OutcomesProps {
  stage: string;
  step: StepOf<'task' | 'each'>;
  title: string;
  onDelete: (outcome: string) => void;
  /** What is said of an outcome below its name. */
  help: ((outcome: string) => string) | 'none';
}

/** How the task, or the work on one item, can end; at least one outcome passes. */
export function OutcomesEditor({ stage, step, title, onDelete, help }: OutcomesProps) {
  const { outcomes } = step;
  const { edit, type } = useStepEdit<'task' | 'each'>({ stage, step });
  const add = () =>
    edit('outcomes', (task) => {
      const label = `Outcome ${task.outcomes.length + 1}`;
      const taken = new Set(task.outcomes.map((one) => one.id));
      task.outcomes.push({ id: idFromLabel(label, taken), label, passes: false });
    });
  const addButton = <AddButton disabled={outcomes.length >= 12} onClick={add} />;
  return (
    <Section title={title} action={addButton} path="outcomes">
      <ul className={styles.stack}>
        {outcomes.map((outcome, index) => (
          <li key={outcome.id}>
            <div className={styles.cardHead}>
              <div className={styles.grow}>
                <TextField
                  label={`Outcome ${index + 1}`}
                  hideLabel
                  value={outcome.label}
                  path={`outcomes.${index}.label`}
                  required="An outcome needs a name."
                  maxLength={60}
                  onChange={(label) =>
                    type(`outcome ${index + 1}`, (task) => {
                      const target = task.outcomes[index];
                      if (target) target.label = label;
                    })
                  }
                />
              </div>
              <Checkbox
                size="xs"
                label="Passes"
                checked={outcome.passes}
                onChange={() =>
                  edit('outcomes', (task) => {
                    const target = task.outcomes[index];
                    if (target) target.passes = !target.passes;
                  })
                }
              />
              <OrderButtons
                name={outcome.label}
                index={index}
                count={1}
                onDelete={outcomes.length > 1 ? () => onDelete(outcome.id) : undefined}
              />
            </div>
            {help !== 'none' && <p className={styles.help}>{help(outcome.id)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
