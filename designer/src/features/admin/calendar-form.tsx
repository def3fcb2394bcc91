import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { weekdays } from '#core/time/calendar.ts';
import { api, orpc } from '../../lib/api-client.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { showToast } from '../../ui/toast.tsx';
import type { AdminCalendar } from './admin-data.ts';
import styles from './admin.module.css';
import { calendarOf, formOf, zones } from './calendar-values.ts';
import { FormDialog } from './form-dialog.tsx';
import { dayNames } from './week-text.ts';

interface CalendarFormProps {
  calendar: AdminCalendar | undefined;
  onClose: () => void;
}

export function CalendarForm({ calendar, onClose }: CalendarFormProps) {
  const client = useQueryClient();
  const form = useForm({ initialValues: formOf(calendar) });
  const save = useMutation({
    mutationFn: () => {
      const { key, name } = form.values;
      const input = { key, name, calendar: calendarOf(form.values) };
      return calendar ? api.admin.updateCalendar(input) : api.admin.createCalendar(input);
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: orpc.admin.key() });
      showToast({
        tone: 'ok',
        title: `${saved.name} is saved`,
        message: 'Clocks that already run keep their due.',
      });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <FormDialog
      title={calendar?.name ?? 'Add calendar'}
      saveLabel={calendar ? 'Save' : 'Add calendar'}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate()}
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
      <Textarea
        label="Exceptions"
        description="One a line: 2026-12-24 09:00–12:00 Christmas Eve. A date alone is a holiday."
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('exceptions')}
      />
    </FormDialog>
  );
}
