import { Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { weekdays } from '#core/time/calendar.ts';
import { api, orpc } from '../../../lib/api-client.ts';
import { fieldErrors } from '../../../lib/problem.ts';
import { announce } from '../../../ui/feedback/announce.ts';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { AdminCalendar } from '../admin-data.ts';
import styles from '../admin.module.css';
import { atFields, calendarErrors } from './calendar-errors.ts';
import { byDate, calendarOf, datesOf, exceptionLine, zones } from './calendar-values.ts';
import { duePreview } from './due-preview.ts';
import { ExceptionList } from './exception-list.tsx';
import { FormDialog } from '../form-dialog.tsx';
import type { Holiday } from './holiday-choice.tsx';
import { HolidaysDialog } from './holidays-dialog.tsx';
import { useCalendarForm, type CalendarFormState } from './use-calendar-form.ts';
import { dayNames } from './week-text.ts';

interface CalendarFormProps {
  calendar: AdminCalendar | undefined;
  onClose: () => void;
}

export function CalendarForm({ calendar, onClose }: CalendarFormProps) {
  const [adding, setAdding] = useState(false);
  const [now] = useState(() => Date.now());
  const form = useCalendarForm(calendar);
  const save = useSave(calendar, form, onClose);
  const trySave = () => {
    const errors = calendarErrors(form.values);
    form.showErrors(errors);
    if (Object.keys(errors).length === 0) save.mutate();
  };
  const addHolidays = (holidays: Holiday[]) => {
    const lines = holidays.map((holiday) => exceptionLine(holiday));
    form.setFieldValue('exceptions', byDate([...form.values.exceptions, ...lines]));
    form.clearErrors();
    announce(`${holidays.length} days were added to the exceptions.`);
    setAdding(false);
  };
  return (
    <Modal.Stack>
      <FormDialog
        stackId="calendar"
        title={calendar?.name ?? 'Add calendar'}
        saveLabel={calendar ? 'Save' : 'Add calendar'}
        note={duePreview(calendarOf(form.values), now)}
        busy={save.isPending}
        error={save.error}
        onSave={trySave}
        onClose={onClose}
      >
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        {!calendar && (
          <TextInput
            label="Key"
            description="Small letters, digits and hyphens. Processes refer to it; it never changes."
            required
            {...form.getInputProps('key')}
          />
        )}
        <Select
          label="Time zone"
          required
          searchable
          allowDeselect={false}
          limit={50}
          data={zones}
          {...form.getInputProps('zone')}
        />
        <fieldset className={styles.week}>
          <legend>
            Working time{' '}
            <span className="meta">such as 09:00–12:00, 13:00–17:00; empty is closed</span>
          </legend>
          {weekdays.map((day) => (
            <TextInput
              key={day}
              className={styles.day ?? ''}
              label={dayNames[day]}
              placeholder="closed"
              {...form.getInputProps(`week.${day}`)}
            />
          ))}
        </fieldset>
        <ExceptionList form={form} onAddHolidays={() => setAdding(true)} />
      </FormDialog>
      {adding && (
        <HolidaysDialog
          taken={datesOf(form.values)}
          onAdd={addHolidays}
          onClose={() => setAdding(false)}
        />
      )}
    </Modal.Stack>
  );
}

function useSave(
  calendar: AdminCalendar | undefined,
  { values, showErrors }: CalendarFormState,
  onClose: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const input = { key: values.key, name: values.name, calendar: calendarOf(values) };
      return calendar ? api.admin.updateCalendar(input) : api.admin.createCalendar(input);
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: orpc.admin.key() });
      showToast({
        tone: 'ok',
        title: `${saved.name} is saved`,
        message: 'Dues that count on it are computed anew. Each deal’s history says what moved.',
      });
      onClose();
    },
    onError: (error) => showErrors(atFields(Object.entries(fieldErrors(error)))),
  });
}
