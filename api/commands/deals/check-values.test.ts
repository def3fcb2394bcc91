import { describe, expect, it } from 'vitest';
import type { Field } from '#core/drawing/field.ts';
import { checkValues } from './check-values.ts';

function field(id: string, type: Field['type'], more: Partial<Field> = {}): Field {
  return { id, label: id, type, personal: false, intake: 'no', ...more };
}

const options = [
  { value: 'tile', label: 'Tile' },
  { value: 'metal', label: 'Metal' },
];

describe('checkValues', () => {
  it.each([
    ['text', 'x'.repeat(501), 'has 501 characters; at most 500 fit.'],
    ['text', 7, 'must be a text.'],
    ['number', '7', 'must be a number.'],
    ['number', 2e12, 'is too large.'],
    [
      'money',
      12.5,
      'must be a whole number of minor units: 1250 is 12.50 EUR, 1250 JPY or 1.250 KWD.',
    ],
    ['percent', 1001, 'is too large.'],
    ['date', '2026-02-30', 'must be a date, YYYY-MM-DD.'],
    ['date', 'tomorrow', 'must be a date, YYYY-MM-DD.'],
    ['boolean', 'yes', 'must be true or false.'],
    ['choice', 'straw', 'has no option “straw”.'],
    ['choices', ['tile', 'tile'], 'names an option twice.'],
    ['choices', 'tile', 'must be a list of its options.'],
    ['file', 'x', 'is a file: attach it instead.'],
  ] as const)('refuses a %s of %j', (type, value, message) => {
    const given = { it: value as never };
    const { errors, values } = checkValues([field('it', type, { options })], given, 'values');
    expect(errors).toMatchObject([{ path: 'values.it', message: `it ${message}` }]);
    expect(values).toEqual({});
  });

  it('names every wrong value at once, unknown fields too', () => {
    const { errors } = checkValues([field('a', 'number')], { a: 'x', b: 1 }, 'fields');
    expect(errors.map(({ path }) => path)).toEqual(['fields.a', 'fields.b']);
  });

  it('never repeats a personal value', () => {
    const phone = field('phone', 'text', { personal: true });
    const { errors } = checkValues([phone], { phone: 123 }, 'values');
    expect(errors[0]).not.toHaveProperty('value');
  });

  it('takes blank texts and empty lists as emptied', () => {
    const fields = [field('a', 'text'), field('b', 'choices', { options })];
    expect(checkValues(fields, { a: '  ', b: [] }, 'values').values).toEqual({ a: null, b: null });
  });
});
