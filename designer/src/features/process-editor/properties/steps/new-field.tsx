import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldType } from '#core/drawing/field.ts';
import { addField, addFieldToForm } from '../../commands/fields/field-commands.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../layout/add-button.tsx';
import { typeOptions } from '../fields/field-types.ts';
import styles from '../panel.module.css';

interface NewFieldProps {
  /** The task whose form asks for the new field; without it the field is only added. */
  at?: { stage: string; step: string };
}

/** Makes a field of the process where it is needed. */
export function NewField({ at }: NewFieldProps) {
  const edit = useEdit();
  const [opened, setOpened] = useState(false);
  const [label, setLabel] = useState('');
  const [type, setType] = useState<FieldType>('text');
  const name = label.trim();
  const add = () => {
    if (name === '') return;
    edit((drawing) =>
      at ? addFieldToForm(drawing, at, name, type) : addField(drawing, name, type).command,
    );
    setLabel('');
    setOpened(false);
  };
  if (!opened) {
    return (
      <div>
        <AddButton onClick={() => setOpened(true)}>New field</AddButton>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <div className={styles.two}>
        <TextInput
          size="xs"
          label="Field"
          placeholder="Offer date"
          value={label}
          maxLength={80}
          autoFocus
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Select
          size="xs"
          label="Type"
          data={typeOptions}
          value={type}
          allowDeselect={false}
          onChange={(next) => setType((next ?? 'text') as FieldType)}
        />
      </div>
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="subtle" onClick={() => setOpened(false)}>
          Cancel
        </Button>
        <Button size="xs" variant="default" disabled={name === ''} onClick={add}>
          Add field
        </Button>
      </Group>
    </div>
  );
}
