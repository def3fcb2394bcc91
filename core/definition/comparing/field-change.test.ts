import { describe, expect, it } from 'vitest';
import { fieldChange } from './field-change.ts';

describe('fieldChange', () => {
  it('carries watched values, and of is-set fields only that they are set', () => {
    const watched = { price: 'value', phone: 'isSet', sheet: 'isSet' } as const;
    const change = fieldChange(watched, { price: 100, phone: '600', note: 'x' }, { sheet: true });
    expect(change).toEqual({ values: { price: 100 }, isSet: { phone: true, sheet: true } });
  });
});
