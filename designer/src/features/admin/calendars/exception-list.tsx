import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { exceptionLine } from './calendar-values.ts';
import { exceptionFields, ExceptionRow } from './exception-row.tsx';
import styles from './exceptions.module.css';
import type { CalendarFormState } from './use-calendar-form.ts';

interface ExceptionListProps {
  form: CalendarFormState;
  onAddHolidays: () => void;
}

/** The days that differ from their weekday; those of past years are folded away. */
export function ExceptionList({ form, onAddHolidays }: ExceptionListProps) {
  const { list, add, keepPlace, toLastLine } = useListFocus();
  const [showPast, setShowPast] = useState(false);
  const wrong = (index: number) =>
    exceptionFields.some((field) => form.errors[`exceptions.${index}.${field}`]);
  const lines = form.values.exceptions.map((line, index) => ({ line, index }));
  const shown = lines.filter(({ line, index }) => showPast || !line.past || wrong(index));
  const addLine = () => {
    form.insertListItem('exceptions', exceptionLine());
    toLastLine();
  };
  const folded = lines.length - shown.length;
  return (
    <fieldset className={styles.exceptions}>
      <legend>
        Exceptions{' '}
        <span className="meta">days that differ; without working time they are closed</span>
      </legend>
      <Group gap="xs">
        <Button ref={add} size="xs" variant="default" onClick={addLine}>
          Add a day
        </Button>
        <Button size="xs" variant="default" onClick={onAddHolidays}>
          Add public holidays…
        </Button>
        {folded > 0 && (
          <Button size="xs" variant="subtle" onClick={() => setShowPast(true)}>
            Show {folded} of past years
          </Button>
        )}
      </Group>
      {shown.length > 0 && (
        <div className={styles.head} aria-hidden>
          <span>Date</span>
          <span>Working time</span>
          <span>Name</span>
        </div>
      )}
      <ul ref={list} className={styles.rows} aria-label="Exceptions">
        {shown.map(({ line, index }) => (
          <ExceptionRow
            key={line.id}
            form={form}
            line={line}
            index={index}
            onRemove={() => keepPlace(() => form.removeListItem('exceptions', index))}
          />
        ))}
      </ul>
      {form.errors['exceptions'] && <p className={styles.error}>{form.errors['exceptions']}</p>}
    </fieldset>
  );
}

function useListFocus() {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const removes = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])];
  return {
    list,
    add,
    /** After a line is gone: the line that has taken its place. */
    keepPlace: (remove: () => void) => {
      const place = removes().findIndex((button) => button === document.activeElement);
      remove();
      requestAnimationFrame(() => (removes()[place] ?? add.current)?.focus());
    },
    toLastLine: () =>
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>('li:last-child input')?.focus(),
      ),
  };
}
