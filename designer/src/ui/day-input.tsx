import { DateInput, type DateInputProps } from '@mantine/dates';
import { parseDay } from '../lib/parse-day.ts';

/** A day 'YYYY-MM-DD', chosen or typed as people write days. */
export function DayInput(props: DateInputProps) {
  return (
    <DateInput
      valueFormat="ddd D MMM YYYY"
      dateParser={parseDay}
      popoverProps={{ shadow: 'md' }}
      {...props}
    />
  );
}
