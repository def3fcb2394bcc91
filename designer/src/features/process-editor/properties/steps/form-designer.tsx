import { Checkbox, Select } from '@mantine/core';
import { useDrawing } from '../../state/editor-context.tsx';
import { typeText } from '../fields/field-types.ts';
import { moveEntry, OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';
import { NewField } from './new-field.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

function countText(fields: number, files: number): string {
  const parts = [
    ...(fields > 0 ? [`${fields} ${fields === 1 ? 'field' : 'fields'}`] : []),
    ...(files > 0 ? [`${files} ${files === 1 ? 'file' : 'files'}`] : []),
  ];
  return parts.length === 0 ? 'nothing is asked' : parts.join(', ');
}

/** What the person fills and attaches: fields of the process, in order, required or not. */
export function FormDesigner(props: StepFormProps<'task'> | StepFormProps<'each'>) {
  const { step, stage } = props;
  const { fields, currency } = useDrawing();
  const { edit } = useStepEdit<'task' | 'each'>({ stage, step });
  const byId = new Map(fields.map((field) => [field.id, field]));
  const asked = new Set(step.form.map((item) => item.field));
  const files = step.form.filter((item) => byId.get(item.field)?.type === 'file').length;
  const free = fields.filter((field) => !asked.has(field.id));
  return (
    <Section title="Form" meta={countText(step.form.length - files, files)} path="form">
      {step.form.length > 0 && (
        <ul className={styles.list}>
          {step.form.map((item, index) => {
            const field = byId.get(item.field);
            const label = field?.label ?? item.field;
            return (
              <li
                key={item.field}
                className={styles.item}
                data-path={`form.${index}.field`}
                tabIndex={-1}
              >
                <span className={`${styles.grow} cut`} title={label}>
                  {label} {item.required && <b className="danger">*</b>}
                </span>
                <span className="meta cut">{field ? typeText(field, currency) : 'not found'}</span>
                <Checkbox
                  size="xs"
                  aria-label={`${label} is required`}
                  title="Required"
                  checked={item.required}
                  onChange={() =>
                    edit('form', (task) => {
                      const target = task.form[index];
                      if (target) target.required = !target.required;
                    })
                  }
                />
                <OrderButtons
                  name={label}
                  index={index}
                  count={step.form.length}
                  onMove={(by) => edit('form', (task) => moveEntry(task.form, index, by))}
                  onDelete={() => edit('form', (task) => void task.form.splice(index, 1))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {free.length > 0 && (
        <Select
          size="xs"
          aria-label="Ask for a field"
          placeholder="Ask for a field…"
          searchable
          value={null}
          data={free.map(({ id, label }) => ({ value: id, label }))}
          onChange={(field) =>
            field !== null && edit('form', (task) => void task.form.push({ field, required: true }))
          }
        />
      )}
      <NewField at={{ stage, step: step.id }} />
    </Section>
  );
}
