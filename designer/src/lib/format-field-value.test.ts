import { describe, expect, it } from 'vitest';
import { formatFieldValue, type FormField } from './format-field-value.ts';

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id: 'f',
  label: 'F',
  type,
  ...more,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatFieldValue', () => {
  it('writes each type with its unit', () => {
    expect(plain(formatFieldValue(field('money'), 4_680_000, 'PLN'))).toBe('46 800 PLN');
    expect(plain(formatFieldValue(field('percent'), 16.4))).toBe('16.4 %');
    expect(plain(formatFieldValue(field('number', { unit: 'kWp' }), 9.8))).toBe('9.8 kWp');
    expect(formatFieldValue(field('boolean'), false)).toBe('no');
  });
  it('counts money by its currency, whatever unit is drawn', () => {
    const drawn = field('money', { unit: 'EUR' });
    expect(plain(formatFieldValue(drawn, 1200, 'JPY'))).toBe('1 200 JPY');
    expect(plain(formatFieldValue(drawn, 12_500, 'KWD'))).toBe('12.500 KWD');
  });
  it('writes labels instead of the values of options, and the value when its option is gone', () => {
    const options = [{ value: 'lease', label: 'Leasing' }];
    expect(formatFieldValue(field('choice', { options }), 'lease')).toBe('Leasing');
    expect(formatFieldValue(field('choices', { options }), ['lease', 'old'])).toBe('Leasing, old');
  });
  it('shows a dash for what is empty, but not for zero', () => {
    for (const empty of [null, undefined, '', []]) {
      expect(formatFieldValue(field('choices'), empty)).toBe('—');
    }
    expect(formatFieldValue(field('number'), 0)).toBe('0');
  });
});
