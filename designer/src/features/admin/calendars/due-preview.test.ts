import { describe, expect, it } from 'vitest';
import { calendarOf, exceptionLine, formOf } from './calendar-values.ts';
import { duePreview } from './due-preview.ts';

const tuesday = Date.parse('2026-11-24T10:00:00Z');
const warsaw = { ...formOf(undefined), zone: 'Europe/Warsaw' };

describe('the preview of a due', () => {
  it('is in the zone of the calendar, and names a zone that is not the reader’s', () => {
    const preview = duePreview(calendarOf(warsaw), tuesday);
    expect(preview).toContain('2 bd from now would be due Thu 26 Nov 17:00');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone === 'Europe/Warsaw';
    expect(preview.includes('(Europe/Warsaw)')).toBe(!own);
  });

  it('counts exceptions', () => {
    const exceptions = [exceptionLine({ date: '2026-11-26' })];
    expect(duePreview(calendarOf({ ...warsaw, exceptions }), tuesday)).toContain(
      'Fri 27 Nov 17:00',
    );
  });

  it('says so when nobody ever works, or when something is wrong', () => {
    const never = {
      ...warsaw,
      week: { ...warsaw.week, mon: '', tue: '', wed: '', thu: '', fri: '' },
    };
    expect(duePreview(calendarOf(never), tuesday)).toMatch(/Nobody ever works/);
    const wrong = { ...warsaw, week: { ...warsaw.week, mon: 'nine to five' } };
    expect(duePreview(calendarOf(wrong), tuesday)).toMatch(/Correct what is marked/);
  });
});
