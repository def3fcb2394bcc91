import { describe, expect, it } from 'vitest';
import type { Calendar } from '#core/time/calendar.ts';
import { describeWeek, intervalsText, parseIntervals } from './week-text.ts';

const office = [{ from: '09:00', to: '17:00' }];
const week: Calendar['week'] = {
  mon: office,
  tue: office,
  wed: office,
  thu: office,
  fri: [{ from: '09:00', to: '15:00' }],
  sat: [],
  sun: [],
};

describe('a week in words', () => {
  it('puts days with the same hours together and leaves closed days out', () => {
    expect(describeWeek(week)).toBe('Mon–Thu 09:00–17:00; Fri 09:00–15:00');
  });

  it('says when nobody ever works', () => {
    const closed = Object.fromEntries(Object.keys(week).map((day) => [day, []]));
    expect(describeWeek(closed as unknown as Calendar['week'])).toBe('no working time');
  });

  it('reads back what it writes, and shorter spellings', () => {
    const lunch = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:30' },
    ];
    expect(parseIntervals(intervalsText(lunch))).toEqual(lunch);
    expect(parseIntervals('9-12, 13 – 17:30')).toEqual(lunch);
    expect(parseIntervals(' ')).toEqual([]);
  });
});
