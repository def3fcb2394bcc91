import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../lib/day-instant.ts';
import type { Absence } from '../admin-data.ts';
import { absenceErrors, absenceInput, absenceValues } from './absence-values.ts';

const jan: Absence = {
  id: 'a1',
  person: { id: 'jan', name: 'Jan Sowa' },
  from: new Date(2026, 8, 7, 12, 0).toISOString(),
  to: startOfDay('2026-09-19'),
  substitute: { id: 'paweł', name: 'Paweł Wójcik' },
  mode: 'active',
  delegateAuthority: true,
  note: null,
  revision: 1,
};

describe('the form of an absence', () => {
  it('names every field that is missing', () => {
    expect(Object.keys(absenceErrors(absenceValues(undefined, undefined)))).toEqual([
      'person',
      'from',
      'to',
    ]);
    expect(absenceErrors(absenceValues(jan, undefined))).toEqual({});
  });

  it('keeps the instant of a day that was not touched', () => {
    const values = { ...absenceValues(jan, undefined), to: '2026-09-21' };
    const { from, to } = absenceInput(values, jan);
    expect([from, to]).toEqual([jan.from, startOfDay('2026-09-21')]);
  });

  it('gives nobody the right to decide when nobody stands in', () => {
    const values = { ...absenceValues(jan, undefined), substitute: null };
    expect(absenceInput(values, jan).delegateAuthority).toBe(false);
  });
});
