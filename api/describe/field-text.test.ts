import { describe, expect, it } from 'vitest';
import { moneyText } from '#core/money/money-text.ts';
import { fieldText } from './field-text.ts';

const options = [{ value: 'b2c', label: 'Household' }];

describe('fieldText', () => {
  it('groups money by thousands and leaves out empty cents', () => {
    expect(moneyText(4_680_000, 'PLN')).toBe('46\u00a0800\u00a0PLN');
    expect(moneyText(1250, 'PLN')).toBe('12.50\u00a0PLN');
    expect(moneyText(-99, 'PLN')).toBe('−0.99\u00a0PLN');
  });

  it('counts money by the digits of its currency, whatever unit is drawn', () => {
    const money = { type: 'money', unit: 'EUR' } as const;
    expect(fieldText(money, 1200, 'JPY')).toBe('1\u00a0200\u00a0JPY');
    expect(fieldText(money, 12_500, 'KWD')).toBe('12.500\u00a0KWD');
  });

  it.each([
    [{ type: 'number', unit: 'kWh' }, 7900, '7\u00a0900\u00a0kWh'],
    [{ type: 'number' }, 9.8, '9.8'],
    [{ type: 'percent' }, 16.4, '16.4\u00a0%'],
    [{ type: 'date' }, '2026-09-21', '21 Sep 2026'],
    [{ type: 'boolean' }, false, 'No'],
    [{ type: 'choice', options }, 'b2c', 'Household'],
    [{ type: 'choices', options }, ['b2c', 'other'], 'Household, other'],
    [{ type: 'text' }, '', '—'],
    [{ type: 'text' }, undefined, '—'],
  ] as const)('writes %j with %j as %s', (field, value, text) => {
    expect(fieldText(field as Parameters<typeof fieldText>[0], value, 'PLN')).toBe(text);
  });
});
