import { DateInput, type DateInputProps } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import dayjs from 'dayjs';
import { parseDay } from '../lib/parse-day.ts';

/** The arrows of the calendar have no words of their own. */
const ariaLabels = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Earlier years',
  nextDecade: 'Later years',
};

/** How a day may be written: one that lies two weeks ahead, `21 Sep 2026`. */
function exampleDay(): string {
  return dayjs().add(14, 'day').format('D MMM YYYY');
}

/** A day 'YYYY-MM-DD', chosen or typed as people write days. Escape closes its calendar first. */
export function DayInput(props: DateInputProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <DateInput
      valueFormat="ddd D MMM YYYY"
      dateParser={parseDay}
      popoverProps={{ shadow: 'md', onOpen: open, onClose: close }}
      hideOutsideDates
      highlightToday
      ariaLabels={ariaLabels}
      data-mantine-stop-propagation={isOpen || undefined}
      placeholder={exampleDay()}
      {...props}
    />
  );
}
