import { CloseButton, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { Calendar } from '@mantine/dates';
import { useState } from 'react';
import { IconCalendar } from '@tabler/icons-react';
import { dayOf } from '../../lib/day-instant.ts';
import { formatDayFully } from '../../lib/format-time.ts';
import { dayReader } from '../written/day-reader.ts';
import { Understood } from '../written/understood.tsx';
import type { Unread } from '../written/unread.ts';
import { useWritten } from '../written/use-written.ts';

/** The arrows of the calendar have no words of their own. */
const ariaLabels = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Earlier years',
  nextDecade: 'Later years',
};

interface DayInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** 'YYYY-MM-DD'. */
  value: string | Unread | null;
  onChange: (value: string | Unread | null) => void;
  minDate?: string;
  maxDate?: string;
  /** Says what its button that empties the field empties; without it there is none. */
  clearLabel?: string | undefined;
}

/** A day, chosen or as people write days. Escape closes its calendar first; what is unclear stays and is asked. */
export function DayInput({
  value,
  onChange,
  minDate,
  maxDate,
  clearLabel,
  ...props
}: DayInputProps) {
  const reader = dayReader({ minDate, maxDate });
  const input = useWritten(reader, value, onChange);
  const [isOpen, setOpen] = useState(false);
  const [isInside, setInside] = useState(false);
  const { text, meaning } = input;
  const day = meaning.kind === 'taken' ? meaning.value : undefined;
  const shown = isOpen && meaning.kind !== 'ask' && props.readOnly !== true;
  const wrong = meaning.kind === 'wrong' && !isInside ? meaning.why : undefined;
  const choose = (chosen: string) => {
    input.choose(chosen);
    setOpen(false);
  };
  return (
    <div>
      <Popover
        opened={shown}
        trapFocus={false}
        position="bottom-start"
        shadow="md"
        withRoles={false}
      >
        <Popover.Target>
          <TextInput
            placeholder={exampleDay()}
            {...props}
            error={wrong ?? props.error}
            autoComplete="off"
            data-mantine-stop-propagation={shown || undefined}
            value={text}
            onChange={(event) => {
              input.write(event.currentTarget.value);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onFocus={(event) => {
              setInside(true);
              setOpen(true);
              props.onFocus?.(event);
            }}
            onBlur={(event) => {
              setInside(false);
              setOpen(false);
              input.settle();
              props.onBlur?.(event);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setOpen(false);
            }}
            {...ending(text, clearLabel, () => input.write(''))}
          />
        </Popover.Target>
        <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
          <Month day={day} bounds={{ minDate, maxDate }} onChoose={choose} />
        </Popover.Dropdown>
      </Popover>
      <Understood reader={reader} text={text} meaning={meaning} onChoose={input.choose} />
    </div>
  );
}

interface MonthProps {
  day: string | undefined;
  bounds: { minDate?: string | undefined; maxDate?: string | undefined };
  onChoose: (day: string) => void;
}

/** The calendar below the field: it follows what is typed, and leaves the focus there. */
function Month({ day, bounds, onChoose }: MonthProps) {
  const [today] = useState(() => dayOf(new Date()));
  const [seen, setSeen] = useState<{ month: string; of: string | undefined }>();
  const month = seen !== undefined && seen.of === day ? seen.month : (day ?? bounds.minDate);
  return (
    <Calendar
      __preventFocus
      hideOutsideDates
      highlightToday
      ariaLabels={ariaLabels}
      date={month ?? today}
      onDateChange={(next) => setSeen({ month: next, of: day })}
      getDayProps={(one) => ({ selected: one === day, onClick: () => onChoose(one) })}
      {...(bounds.minDate === undefined ? {} : { minDate: bounds.minDate })}
      {...(bounds.maxDate === undefined ? {} : { maxDate: bounds.maxDate })}
    />
  );
}

/** How a day may be written: one that lies two weeks ahead, `Mon 21 Sep 2026`. */
function exampleDay(): string {
  return formatDayFully(dayOf(new Date(), 14)).replace(/^\w+ /, '');
}

function ending(text: string, clearLabel: string | undefined, onClear: () => void) {
  if (clearLabel !== undefined && text !== '') {
    const button = (
      <CloseButton size="sm" tabIndex={-1} aria-label={clearLabel} onClick={onClear} />
    );
    return { rightSection: button };
  }
  return {
    rightSection: <IconCalendar size={16} aria-hidden />,
    rightSectionPointerEvents: 'none' as const,
  };
}
