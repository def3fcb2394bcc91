import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { AdminCalendar } from '../admin-data.ts';
import { calendarErrors } from './calendar-errors.ts';
import { formOf, type CalendarValues } from './calendar-values.ts';

/** The calendar while it is edited; a field is judged when it is left, all of them at saving. */
export function useCalendarForm(calendar: AdminCalendar | undefined) {
  const [initialValues] = useState(() => formOf(calendar));
  const form = useForm({
    initialValues,
    validate: (values: CalendarValues) => calendarErrors(values),
    validateInputOnBlur: true,
  });
  return {
    ...form,
    /** Shows errors at their fields and leads to the first. */
    showErrors: (errors: Record<string, string>) => {
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first !== undefined) requestAnimationFrame(() => form.getInputNode(first)?.focus());
    },
  };
}

export type CalendarFormState = ReturnType<typeof useCalendarForm>;
