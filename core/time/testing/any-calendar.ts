import fc from 'fast-check';
import { calendarSchema } from '../calendar-schema.ts';
import { weekdays, type Calendar, type Interval } from '../calendar.ts';

/** Zones with the UTC dates near which their clocks change, and some that never do. */
const zones: [zone: string, changes: string[]][] = [
  ['UTC', ['2026-06-01']],
  ['Europe/Warsaw', ['2026-03-29', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Australia/Sydney', ['2026-04-05', '2026-10-04']],
  // Changes at midnight: one day begins at 01:00, another has 23:00–24:00 twice.
  ['America/Santiago', ['2026-04-05', '2026-09-06']],
  ['America/Havana', ['2026-03-08', '2026-11-01']],
  // Winter time in Ramadan alone.
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  // Half hours.
  ['America/St_Johns', ['2026-03-08', '2026-11-01']],
  ['Australia/Adelaide', ['2026-04-05', '2026-10-04']],
  ['Asia/Kolkata', ['2026-06-01']],
  // A change of half an hour.
  ['Australia/Lord_Howe', ['2026-04-04', '2026-10-03']],
  // Three quarters.
  ['Asia/Kathmandu', ['2026-06-01']],
  ['Australia/Eucla', ['2026-06-01']],
  ['Pacific/Chatham', ['2026-04-04', '2026-09-26']],
  // A day that never came.
  ['Pacific/Apia', ['2011-12-30']],
  ['Pacific/Kwajalein', ['1993-08-21']],
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to two intervals of a day on quarters of an hour; the last may go past midnight. */
const anyDay: fc.Arbitrary<Interval[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 4 }),
    fc.option(fc.integer({ min: 1, max: 40 }), { freq: 3 }),
  )
  .map(([quarters, past]) => {
    const times = quarters.toSorted((a, b) => a - b).map((quarter) => quarter * 15);
    const intervals: Interval[] = [];
    for (let i = 0; i + 1 < times.length; i += 2)
      intervals.push({ from: clock(times[i] ?? 0), to: clock(times[i + 1] ?? 0) });
    const last = intervals.at(-1);
    if (last && past !== null) last.to = clock(1_440 + past * 15);
    return intervals;
  });

/** A valid calendar with some working time and a few exceptions near a change of its clocks. */
export const anyCalendarNear: fc.Arbitrary<{ calendar: Calendar; near: number }> = fc
  .record({
    zone: fc.constantFrom(...zones),
    change: fc.nat(),
    days: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
    exceptions: fc.uniqueArray(fc.tuple(fc.integer({ min: -6, max: 6 }), anyDay), {
      maxLength: 4,
      selector: ([offset]) => offset,
    }),
  })
  .map(({ zone: [zone, changes], change, days, exceptions }) => {
    const near = Date.parse(changes[change % changes.length] ?? '2026-06-01');
    const date = (offset: number) =>
      new Date(near + offset * 86_400_000).toISOString().slice(0, 10);
    const [mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = days;
    const calendar: Calendar = {
      zone,
      week: { mon, tue, wed, thu, fri, sat, sun },
      exceptions: exceptions.map(([offset, intervals]) => ({ date: date(offset), intervals })),
      revision: 1,
    };
    return { calendar, near };
  })
  .filter(
    ({ calendar }) =>
      weekdays.some((name) => calendar.week[name].length > 0) &&
      calendarSchema.safeParse(calendar).success,
  );
