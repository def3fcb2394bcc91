import { Checkbox } from '@mantine/core';
import { formatDay } from '../../lib/format-time.ts';
import styles from './exceptions.module.css';

export interface Holiday {
  date: string;
  name: string;
}

interface HolidayChoiceProps {
  holidays: Holiday[];
  /** Dates that the calendar has already: they stay as they are. */
  taken: ReadonlySet<string>;
  /** Dates that are not to be added. */
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
}

/** Every holiday with a box; the first box stands for all. */
export function HolidayChoice({ holidays, taken, left, onLeave }: HolidayChoiceProps) {
  const open = holidays.filter(({ date }) => !taken.has(date));
  const chosen = open.filter(({ date }) => !left.has(date));
  const all = chosen.length === open.length;
  if (holidays.length === 0) return <p className="meta">No public holidays are known there.</p>;
  const toggle = (date: string) => {
    const next = new Set(left);
    if (!next.delete(date)) next.add(date);
    onLeave(next);
  };
  return (
    <>
      <Checkbox
        label={`${chosen.length} of ${holidays.length} days`}
        checked={all && open.length > 0}
        indeterminate={!all && chosen.length > 0}
        disabled={open.length === 0}
        onChange={() => onLeave(new Set(all ? open.map(({ date }) => date) : []))}
      />
      <ul className={styles.holidays} aria-label="Public holidays">
        {holidays.map(({ date, name }) => (
          <li key={date}>
            <Checkbox
              label={`${formatDay(date)} · ${name}`}
              description={taken.has(date) ? 'In the calendar already' : undefined}
              checked={!taken.has(date) && !left.has(date)}
              disabled={taken.has(date)}
              onChange={() => toggle(date)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
