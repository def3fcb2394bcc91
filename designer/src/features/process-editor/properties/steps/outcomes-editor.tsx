import { Checkbox } from '@mantine/core';
import type { StepOf } from '#core/drawing/step.ts';
import { deletePort } from '../../commands/links/delete-port.ts';
import { idFromLabel } from '../../commands/new-id.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../layout/add-button.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';
import { useFollowers } from './followers.ts';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** What is said of an outcome after which the task is tried again. */
function repeatText({ repeat }: StepOf<'task'>, outcome: string): string | undefined {
  return repeat?.on.includes(outcome) === true ? `again, ≤ ${repeat.max} attempts` : undefined;
}

/** How the task, or the work on one item, can end; at least one outcome passes. */
export function OutcomesEditor(props: StepFormProps<'task'> | StepFormProps<'each'>) {
  const { stage, step } = props;
  const { outcomes } = step;
  const { edit, type } = useStepEdit<'task' | 'each'>({ stage, step });
  const run = useEdit();
  const followers = useFollowers(stage, step.id);
  const remove = (index: number, id: string) =>
    step.kind === 'task'
      ? run((drawing) => deletePort(drawing, stage, step.id, id))
      : edit('outcomes', (each) => void each.outcomes.splice(index, 1));
  const add = () =>
    edit('outcomes', (task) => {
      const label = `Outcome ${task.outcomes.length + 1}`;
      const taken = new Set(task.outcomes.map((one) => one.id));
      task.outcomes.push({ id: idFromLabel(label, taken), label, passes: false });
    });
  const addButton = <AddButton disabled={outcomes.length >= 12} onClick={add} />;
  return (
    <Section
      title={step.kind === 'task' ? 'Outcomes' : 'Outcomes of an item'}
      action={addButton}
      path="outcomes"
    >
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
                onDelete={outcomes.length > 1 ? () => remove(index, outcome.id) : undefined}
              />
            </div>
            {step.kind === 'task' && (
              <p className={styles.help}>{repeatText(step, outcome.id) ?? followers(outcome.id)}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
