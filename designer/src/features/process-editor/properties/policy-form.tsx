import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { EscalationPolicy } from '#core/drawing/escalation-policy.ts';
import { newId } from '../commands/new-id.ts';
import { deletePolicy, editPolicy } from '../commands/policy-commands.ts';
import { useEdit } from '../state/editor-context.tsx';
import { OffsetField } from './inputs/offset-field.tsx';
import { RecipientsField } from './inputs/recipients-field.tsx';
import { TextField } from './inputs/text-field.tsx';
import { OrderButtons } from './order-buttons.tsx';
import styles from './panel.module.css';

/** One policy: its levels before and after the due instant, each with the people that are told. */
export function PolicyForm({ policy }: { policy: EscalationPolicy }) {
  const edit = useEdit();
  const path = `policies.${policy.id}`;
  const change = (what: string, recipe: (target: EscalationPolicy) => void, typing = false) =>
    edit((drawing) => editPolicy(drawing, policy.id, { what, recipe, typing }));
  const level = (
    index: number,
    what: string,
    recipe: (target: EscalationPolicy['levels'][number]) => void,
  ) =>
    change(what, (target) => {
      const found = target.levels[index];
      if (found) recipe(found);
    });
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
      {policy.levels.map((one, index) => (
        <div key={one.id} className={styles.stack}>
          <div className={styles.cardHead}>
            <OffsetField
              value={one.offset}
              path={`${path}.levels.${index}.offset`}
              onChange={(offset) =>
                level(index, 'levels', (target) => void (target.offset = offset))
              }
            />
            <OrderButtons
              name={`level ${index + 1}`}
              index={index}
              count={1}
              onDelete={() => change('levels', (target) => void target.levels.splice(index, 1))}
            />
          </div>
          <RecipientsField
            label={`Who is told at level ${index + 1}`}
            hideLabel
            value={one.to}
            path={`${path}.levels.${index}.to`}
            onChange={(to) => level(index, 'levels', (target) => void (target.to = to))}
          />
        </div>
      ))}
      <Group justify="space-between">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          disabled={policy.levels.length >= 8}
          onClick={() =>
            change('levels', (target) => {
              const offset = { n: target.levels.length, unit: 'bd' as const };
              target.levels.push({ id: newId('level'), offset, to: [{ kind: 'managers' }] });
            })
          }
        >
          Add a level
        </Button>
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
