import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { DayInput } from '../../../ui/field-input/day-input.tsx';
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

/** One day: date, hours, name. */
export function ExceptionRow({ form, line, index, onRemove }: ExceptionRowProps) {
  const day = typeof line.date === 'string' ? line.date : '';
  const input = (field: (typeof exceptionFields)[number], label: string) => ({
    size: 'xs',
    'aria-label': label,
    ...form.getInputProps(`exceptions.${index}.${field}`),
  });
  return (
    <li className={styles.row}>
      <DayInput {...input('date', 'Date')} value={line.date} />
      <TextInput {...input('hours', `Working time, ${day}`)} placeholder="closed" />
      <TextInput {...input('name', `Name, ${day}`)} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={day === '' ? 'Remove the empty line' : `Remove ${day}`}
        data-remove
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
