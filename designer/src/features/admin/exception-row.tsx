import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { parseDay } from '../../lib/parse-day.ts';
import type { ExceptionValues } from './calendar-values.ts';
import styles from './exceptions.module.css';
import type { CalendarFormState } from './use-calendar-form.ts';

export const exceptionFields = ['date', 'hours', 'name'] as const;

interface ExceptionRowProps {
  form: CalendarFormState;
  line: ExceptionValues;
  /** Place in the form's list, shown or not. */
  index: number;
  onRemove: () => void;
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** One day: date, hours, name. */
export function ExceptionRow({ form, line, index, onRemove }: ExceptionRowProps) {
  const day = parseDay(line.date);
  const input = (field: (typeof exceptionFields)[number], label: string) => ({
    size: 'xs',
    'aria-label': label,
    ...form.getInputProps(`exceptions.${index}.${field}`),
  });
  const date = input('date', 'Date');
  const leaveDate = () => {
    if (day !== null) form.setFieldValue(`exceptions.${index}.date`, day);
    date.onBlur();
  };
  return (
    <li className={styles.row}>
      <TextInput {...date} onBlur={leaveDate} placeholder="2026-12-24" />
      <span className={styles.weekday}>{day === null ? '' : weekday.format(new Date(day))}</span>
      <TextInput {...input('hours', `Working time, ${line.date}`)} placeholder="closed" />
      <TextInput {...input('name', `Name, ${line.date}`)} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={line.date === '' ? 'Remove the empty line' : `Remove ${line.date}`}
        data-remove
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
