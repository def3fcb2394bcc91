import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { parseDay } from '../../lib/parse-day.ts';
import type { ExceptionValues } from './calendar-values.ts';
import styles from './exceptions.module.css';

export const exceptionFields = ['date', 'hours', 'name'] as const;
export type ExceptionField = (typeof exceptionFields)[number];

interface ExceptionRowProps {
  line: ExceptionValues;
  /** Place in the form's list, shown or not. */
  index: number;
  errors: Partial<Record<ExceptionField, string>>;
  onChange: (field: ExceptionField, value: string) => void;
  onLeave: (field: ExceptionField) => void;
  onRemove: () => void;
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** One day: date, hours, name. */
export function ExceptionRow(props: ExceptionRowProps) {
  const { line, index, errors, onChange, onLeave } = props;
  const day = parseDay(line.date);
  const input = (field: ExceptionField, label: string) => ({
    size: 'xs',
    'aria-label': label,
    'data-path': `exceptions.${index}.${field}`,
    value: line[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(field, event.currentTarget.value),
    onBlur: () => onLeave(field),
  });
  return (
    <li className={styles.row}>
      <TextInput {...input('date', 'Date')} placeholder="2026-12-24" />
      <span className={styles.weekday}>{day === null ? '' : weekday.format(new Date(day))}</span>
      <TextInput {...input('hours', `Working time, ${line.date}`)} placeholder="closed" />
      <TextInput {...input('name', `Name, ${line.date}`)} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={line.date === '' ? 'Remove the empty line' : `Remove ${line.date}`}
        data-remove
        onClick={props.onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
