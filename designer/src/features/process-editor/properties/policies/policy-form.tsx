import { Button, Group } from '@mantine/core';
import type { EscalationPolicy } from '#core/drawing/escalation-policy.ts';
import { newId } from '../../commands/new-id.ts';
import { deletePolicy, editPolicy } from '../../commands/clocks/policy-commands.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../layout/add-button.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { LevelForm } from './level-form.tsx';
import styles from '../panel.module.css';

/** One policy: its levels before and after the due instant, each with whom it tells and what it does. */
export function PolicyForm({ policy }: { policy: EscalationPolicy }) {
  const edit = useEdit();
  const path = `policies.${policy.id}`;
  const change = (what: string, recipe: (target: EscalationPolicy) => void, typing = false) =>
    edit((drawing) => editPolicy(drawing, policy.id, { what, recipe, typing }));
  return (
    <div className={styles.card}>
      <TextField
        label="Name"
        value={policy.name}
        path={`${path}.name`}
        required="A policy needs a name."
        maxLength={60}
        onChange={(name) => change('name', (target) => void (target.name = name), true)}
      />
      <ol className={styles.levels} data-path={`${path}.levels`} tabIndex={-1}>
        {policy.levels.map((level, index) => (
          <LevelForm
            key={level.id}
            level={level}
            index={index}
            path={`${path}.levels.${index}`}
            change={(what, recipe, typing) =>
              change(
                typing === true ? `${what} ${index + 1}` : what,
                (target) => {
                  const found = target.levels[index];
                  if (found) recipe(found);
                },
                typing,
              )
            }
            onDelete={() => change('levels', (target) => void target.levels.splice(index, 1))}
          />
        ))}
      </ol>
      <Group justify="space-between">
        <AddButton
          disabled={policy.levels.length >= 8}
          onClick={() =>
            change('levels', (target) => {
              const offset = { n: target.levels.length, unit: 'bd' as const };
              target.levels.push({ id: newId('level'), offset, to: [{ kind: 'managers' }] });
            })
          }
        >
          Add a level
        </AddButton>
        <Button
          size="compact-xs"
          variant="subtle"
          color="danger"
          onClick={() => edit((drawing) => deletePolicy(drawing, policy.id))}
        >
          Delete policy
        </Button>
      </Group>
    </div>
  );
}
