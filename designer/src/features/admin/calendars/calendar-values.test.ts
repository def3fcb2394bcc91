import { describe, expect, it } from 'vitest';
import { atFields, calendarErrors } from './calendar-errors.ts';
import { byDate, calendarOf, exceptionLine, formOf } from './calendar-values.ts';

const now = new Date('2026-06-01');
const withLines = (...lines: Parameters<typeof exceptionLine>[0][]) => ({
  ...formOf(undefined, now),
  exceptions: lines.map(exceptionLine),
});

describe('the calendar form', () => {
  it('keeps every exception through showing and saving', () => {
    const calendar = calendarOf(
      withLines(
        { date: '2026-12-24', hours: '9-12, 13–14', name: ' Christmas Eve ' },
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2027-01-01' },
      ),
    );
    expect(calendar.exceptions).toEqual([
      {
        date: '2026-12-24',
        intervals: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '14:00' },
        ],
        name: 'Christmas Eve',
      },
      { date: '2026-12-25', intervals: [], name: 'Christmas' },
      { date: '2027-01-01', intervals: [] },
    ]);
    const shown = formOf({ key: 'x', name: 'X', calendar, usedBy: [] }, now);
    expect(calendarOf(shown)).toEqual(calendar);
  });

  it('shows exceptions by date and knows which years are over', () => {
    const calendar = calendarOf(withLines({ date: '2026-01-01' }, { date: '2025-12-25' }));
    const { exceptions } = formOf({ key: 'x', name: 'X', calendar, usedBy: [] }, now);
    expect(exceptions.map(({ date, past }) => [date, past])).toEqual([
      ['2025-12-25', true],
      ['2026-01-01', false],
    ]);
  });

  it('puts a line without a date last', () => {
    const lines = byDate([exceptionLine(), exceptionLine({ date: '2026-05-01' })]);
    expect(lines.map(({ date }) => date)).toEqual(['2026-05-01', null]);
  });
});

describe('what is wrong with a calendar', () => {
  it('stands at the field that a person can correct', () => {
    const values = withLines({ date: '2026-02-30', hours: '17-9', name: 'x'.repeat(81) });
    values.week.tue = '9–25:99';
    expect(Object.keys(calendarErrors({ ...values, zone: 'Mars' })).sort()).toEqual([
      'exceptions.0.date',
      'exceptions.0.hours',
      'exceptions.0.name',
      'week.tue',
      'zone',
    ]);
  });

  it('is nothing when it is valid', () => {
    expect(calendarErrors(withLines({ date: '2026-05-01' }))).toEqual({});
  });

  it('is led to its field from the api’s paths as well', () => {
    expect(
      atFields([
        ['calendar.week.mon.0.to', 'a'],
        ['calendar.week.mon', 'b'],
        ['calendar.exceptions.3.intervals.1.from', 'c'],
        ['calendar.exceptions', 'd'],
        ['key', 'e'],
      ]),
    ).toEqual({ 'week.mon': 'a', 'exceptions.3.hours': 'c', exceptions: 'd', key: 'e' });
  });
});
