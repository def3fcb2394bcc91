import { describe, expect, it } from 'vitest';
import { headerText, withoutDirections } from './plain-text.ts';

describe('a text of people in a header', () => {
  it.each([
    ['Ann\r\nBcc: all@x.test', 'Ann Bcc: all@x.test'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['=?utf-8?B?aGk=?=', '= ?utf-8?B?aGk= ?='],
    ['a\u2028b\u0085c\u0000d', 'a b c d'],
    ['half \ud83d', 'half \ufffd'],
    ['שלום Łódź 👋🏽', 'שלום Łódź 👋🏽'],
  ])('%j stands as %j', (text, shown) => {
    expect(headerText(text)).toBe(shown);
  });

  it('loses what turns directions also where a body shows it', () => {
    expect(withoutDirections('A\u2066b\u2069\u200fc')).toBe('Abc');
  });
});
