import type { TaskDetail } from '#api/contract/tasks.ts';
import { FieldInput } from '../../../ui/field-input/field-input.tsx';
import type { FormValue } from '../../../ui/written/unread.ts';
import styles from '../task-work.module.css';

interface TaskFormProps {
  task: TaskDetail;
  values: Record<string, FormValue>;
  onChange: (id: string, value: FormValue) => void;
  readOnly: boolean;
  errorOf: (id: string) => string | undefined;
  /** What somebody else has changed in a field meanwhile. */
  changedOf: (id: string) => string | undefined;
  /** What became of the draft. */
  savedText: string;
}

export function TaskForm(props: TaskFormProps) {
  const { task, values, onChange, readOnly, errorOf, changedOf, savedText } = props;
  return (
    <section className={styles.section}>
      <h3>
        Form
        <span className="meta" role="status">
          {savedText}
        </span>
      </h3>
      <div className={styles.grid}>
        {task.form.map(({ field, required }) => (
          <div key={field.id} className={field.type === 'longText' ? styles.long : undefined}>
            <FieldInput
              field={field}
              currency={task.currency}
              required={required}
              readOnly={readOnly}
              value={values[field.id] ?? null}
              onChange={(value) => onChange(field.id, value)}
              error={errorOf(field.id) ?? changedOf(field.id)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
