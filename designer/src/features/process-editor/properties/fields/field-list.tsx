import { useDrawing } from '../../state/editor-context.tsx';
import { FieldForm } from './field-form.tsx';
import { typeText } from './field-types.ts';
import { ListEntry } from '../layout/list-entry.tsx';
import { useOpenedEntry } from '../layout/opened-entry.ts';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';
import { NewField } from '../steps/new-field.tsx';

/** The fields of the deal that this process knows; one is open at a time. */
export function FieldList() {
  const { fields, currency } = useDrawing();
  const { opened, toggle } = useOpenedEntry('fields');
  return (
    <Section title="Fields" meta={String(fields.length)} path="fields">
      {fields.length === 0 && (
        <p className={styles.help}>What tasks ask for and conditions read. None is drawn yet.</p>
      )}
      <ul className={styles.list}>
        {fields.map((field) => (
          <ListEntry
            key={field.id}
            path={`fields.${field.id}`}
            name={field.label}
            meta={typeText(field, currency)}
            isOpen={opened === field.id}
            onToggle={() => toggle(field.id)}
          >
            <FieldForm field={field} />
          </ListEntry>
        ))}
      </ul>
      <NewField />
    </Section>
  );
}
