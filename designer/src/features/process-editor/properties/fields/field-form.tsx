import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import type { Field, FieldType } from '#core/drawing/field.ts';
import { deleteField, editField } from '../../commands/fields/field-commands.ts';
import { idFromLabel } from '../../commands/new-id.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { useEdit, useEditor } from '../../state/editor-context.tsx';
import { typeOptions } from './field-types.ts';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { TextField } from '../inputs/text-field.tsx';
import styles from '../panel.module.css';

const intakes = [
  { value: 'no', label: 'Not asked' },
  { value: 'optional', label: 'Asked, may be empty' },
  { value: 'required', label: 'Required' },
];

type Options = NonNullable<Field['options']>;

/** Options from one label a line; a label that stays keeps its value, as conditions name it. */
export function optionsFromText(text: string, old: Options): Options {
  const labels = text
    .split('\n')
    .map((line) => line.trim().slice(0, 80))
    .filter((line) => line !== '');
  const taken = new Set(old.map((option) => option.value));
  return labels.slice(0, 60).map((label, index) => {
    const kept = old.find((option) => option.label === label) ?? old[index];
    if (kept && (kept.label === label || !labels.includes(kept.label))) return { ...kept, label };
    const value = idFromLabel(label, taken);
    taken.add(value);
    return { value, label };
  });
}

function OptionsInput({ field }: { field: Field }) {
  const edit = useEdit();
  const { store } = useEditor();
  const options = field.options ?? [];
  return (
    <Textarea
      key={options.length}
      size="xs"
      label="Choices, one a line"
      autosize
      minRows={2}
      maxRows={8}
      defaultValue={options.map((option) => option.label).join('\n')}
      data-path={`fields.${field.id}.options`}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        edit((drawing) =>
          editField(drawing, field.id, {
            what: 'choices',
            recipe: (target) => void (target.options = optionsFromText(text, target.options ?? [])),
          }),
        );
        store.getState().settle();
      }}
    />
  );
}

/** All about one field of the process. */
export function FieldForm({ field }: { field: Field }) {
  const edit = useEdit();
  const path = `fields.${field.id}`;
  const change = (what: string, recipe: (target: Field) => void, typing = false) =>
    edit((drawing) => editField(drawing, field.id, { what, recipe, typing }));
  const isChoice = field.type === 'choice' || field.type === 'choices';
  return (
    <div className={styles.card}>
      <TextField
        label="Name"
        value={field.label}
        path={`${path}.label`}
        required="A field needs a name."
        maxLength={80}
        onChange={(label) => change('name', (target) => void (target.label = label), true)}
      />
      <div className={styles.two}>
        <ChoiceField
          label="Type"
          value={field.type}
          path={`${path}.type`}
          options={typeOptions}
          onChange={(type) =>
            change('type', (target) => {
              target.type = type as FieldType;
              if (type !== 'choice' && type !== 'choices') delete target.options;
              if (type === 'money') delete target.unit;
            })
          }
        />
        {field.type !== 'money' && (
          <TextField
            label="Unit"
            value={field.unit ?? ''}
            path={`${path}.unit`}
            maxLength={12}
            onChange={(unit) =>
              change('unit', (target) => putOptional(target, 'unit', unit || undefined), true)
            }
          />
        )}
      </div>
      {isChoice && <OptionsInput field={field} />}
      <ChoiceField
        label="When a deal is registered"
        value={field.intake}
        path={`${path}.intake`}
        options={intakes}
        onChange={(intake) =>
          change('intake', (target) => void (target.intake = intake as Field['intake']))
        }
      />
      <TextField
        label="Help"
        value={field.help ?? ''}
        path={`${path}.help`}
        maxLength={240}
        onChange={(help) =>
          change('help', (target) => putOptional(target, 'help', help || undefined), true)
        }
      />
      <Checkbox
        size="xs"
        label="Personal: conditions may only ask whether it is set"
        checked={field.personal}
        onChange={() => change('privacy', (target) => void (target.personal = !target.personal))}
      />
      <Group justify="space-between">
        <span className="mono mute">deal.{field.id}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="danger"
          onClick={() => edit((drawing) => deleteField(drawing, field.id))}
        >
          Delete field
        </Button>
      </Group>
    </div>
  );
}
