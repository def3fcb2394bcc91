import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useDrawing } from '../state/editor-context.tsx';
import { FieldForm } from './field-form.tsx';
import { typeText } from './field-types.ts';
import { useOpenedEntry } from './opened-entry.ts';
import styles from './panel.module.css';
import { Section } from './section.tsx';
import { NewField } from './steps/new-field.tsx';

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
        {fields.map((field) => {
          const Chevron = opened === field.id ? IconChevronDown : IconChevronRight;
          return (
            <li key={field.id} data-path={`fields.${field.id}`} tabIndex={-1}>
              <div className={styles.item}>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={opened === field.id}
                  onClick={() => toggle(field.id)}
                >
                  <Chevron size={14} stroke={1.5} aria-hidden />
                  <span className={`${styles.grow} cut`}>{field.label}</span>
                  <span className="meta">{typeText(field, currency)}</span>
                </button>
              </div>
              {opened === field.id && <FieldForm field={field} />}
            </li>
          );
        })}
      </ul>
      <NewField />
    </Section>
  );
}
