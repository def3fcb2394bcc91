import { Checkbox } from '@mantine/core';
import { formatDay } from '../../../lib/format-time.ts';
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

/** Every holiday that the calendar has not, with a box; the first box stands for all. */
export function HolidayChoice({ holidays, taken, left, onLeave }: HolidayChoiceProps) {
  const open = holidays.filter(({ date }) => !taken.has(date));
  const chosen = open.filter(({ date }) => !left.has(date));
  const all = chosen.length === open.length;
  const already = holidays.length - open.length;
  if (open.length === 0) return <p className="meta">{nothingToAdd(holidays.length)}</p>;
  const toggle = (date: string) => {
    const next = new Set(left);
    if (!next.delete(date)) next.add(date);
    onLeave(next);
  };
  return (
    <>
      <Checkbox
        label={
          <>
            {chosen.length} of {open.length} days{' '}
            {already > 0 && <span className="meta">{already} are in the calendar already</span>}
          </>
        }
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => onLeave(new Set(all ? open.map(({ date }) => date) : []))}
      />
      <ul className={styles.holidays} aria-label="Public holidays">
        {open.map(({ date, name }) => (
          <li key={date}>
            <Checkbox
              label={`${formatDay(date)} · ${name}`}
              checked={!left.has(date)}
              onChange={() => toggle(date)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function nothingToAdd(known: number): string {
  return known === 0
    ? 'No public holidays are known there.'
    : `All ${known} days are in the calendar already.`;
}
