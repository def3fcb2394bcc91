import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { deletePort } from '../../commands/delete-port.ts';
import { idFromLabel } from '../../commands/new-id.ts';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { findStage, stepName } from '../../state/selection.ts';
import { TextField } from '../inputs/text-field.tsx';
import { OrderButtons } from '../order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../section.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** What follows an outcome: names of the steps linked to it. */
function useFollowers({ stage, step }: StepFormProps<'task'>): (port: string) => string {
  const drawing = useDrawing();
  return (port) => {
    const links = findStage(drawing, stage)?.links.filter(
      (link) => link.from === step.id && (link.ports.length === 0 || link.ports.includes(port)),
    );
    const names = (links ?? []).map((link) => stepName(drawing, stage, link.to));
    return names.length === 0 ? 'nothing follows' : `then ${names.join(', ')}`;
  };
}

/** How the task can end; at least one outcome passes. */
export function OutcomesEditor(props: StepFormProps<'task'>) {
  const { outcomes } = props.step;
  const { edit, type } = useStepEdit(props);
  const run = useEdit();
  const followers = useFollowers(props);
  const add = () =>
    edit('outcomes', (task) => {
      const label = `Outcome ${task.outcomes.length + 1}`;
      const taken = new Set(task.outcomes.map((one) => one.id));
      task.outcomes.push({ id: idFromLabel(label, taken), label, passes: false });
    });
  const addButton = (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={14} stroke={1.5} />}
      disabled={outcomes.length >= 12}
      onClick={add}
    >
      Add
    </Button>
  );
  return (
    <Section title="Outcomes" action={addButton} path="outcomes">
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
                onDelete={
                  outcomes.length > 1
                    ? () =>
                        run((drawing) =>
                          deletePort(drawing, props.stage, props.step.id, outcome.id),
                        )
                    : undefined
                }
              />
            </div>
            <p className={styles.help}>{followers(outcome.id)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
