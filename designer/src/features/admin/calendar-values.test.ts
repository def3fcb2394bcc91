import { describe, expect, it } from 'vitest';
import { calendarOf, formOf } from './calendar-values.ts';

describe('the calendar form', () => {
  it('keeps every exception through showing and saving', () => {
    const values = {
      ...formOf(undefined),
      exceptions:
        '2026-12-24 09:00–12:00, 13:00–14:00 Christmas Eve\n2026-12-25 Christmas\n2027-01-01',
    };
    const calendar = calendarOf(values);
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
    const shown = formOf({ key: 'x', name: 'X', calendar, usedBy: [] });
    expect(calendarOf(shown)).toEqual(calendar);
  });
});
