import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FormField } from '../../lib/format-field-value.ts';
import { FieldInput } from './field-input.tsx';
import type { FieldInputProps } from './field-props.ts';
import { renderInTheme } from '../render-in-theme.tsx';
import type { FormValue } from '../written/unread.ts';

let last: FormValue | undefined;

function Held(props: Omit<FieldInputProps, 'value' | 'onChange'> & { start?: FormValue }) {
  const [value, setValue] = useState<FormValue>(props.start ?? null);
  return (
    <FieldInput
      {...props}
      value={value}
      onChange={(next) => {
        last = next;
        setValue(next);
      }}
    />
  );
}

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  id: 'margin',
  label: 'Margin',
  type,
  ...more,
});
const options = [
  { value: 'lease', label: 'Leasing' },
  { value: 'loan', label: 'Loan' },
];

afterEach(() => {
  last = undefined;
});

describe('FieldInput', () => {
  it('gives numbers for number and percent, and null when emptied', async () => {
    renderInTheme(<Held field={field('percent')} />);
    const input = screen.getByLabelText(/Margin/);
    await userEvent.type(input, '16,4');
    expect(last).toBe(16.4);
    await userEvent.clear(input);
    expect(last).toBeNull();
  });

  it('gives an integer of minor units for money and shows the amount with its currency', async () => {
    renderInTheme(<Held field={field('money')} start={4_333_300} currency="PLN" />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    expect(input.value).toBe('43\u00a0333');
    expect(screen.getByText('PLN')).toBeTruthy();
    await userEvent.clear(input);
    await userEvent.type(input, '99.99');
    expect(last).toBe(9999);
  });

  it.each([
    ['12.500,00', 1_250_000],
    ['1,234.56', 123_456],
    ['12 500', 1_250_000],
    ["12'500.50", 1_250_050],
    ['99,9', 9990],
    ['1.2.3', undefined],
  ])('takes %s alike, typed and pasted', async (text, minor) => {
    renderInTheme(<Held field={field('money')} currency="PLN" />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.type(input, text);
    const typed = last;
    expect(typeof typed === 'number' ? typed : undefined).toBe(minor);
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste(text);
    expect(last).toEqual(typed);
    if (minor === undefined) expect(screen.getByText(/of this number are not/)).toBeTruthy();
    else expect(screen.queryByText(/not a number/)).toBeNull();
  });

  it('says what it understood, where that was written otherwise', async () => {
    renderInTheme(<Held field={field('money')} currency="PLN" />);
    await userEvent.type(screen.getByLabelText(/Margin/), '12.500,00');
    expect(screen.getByText('Understood as 12 500 PLN')).toBeTruthy();
  });

  it('asks what can be read in two ways, and takes nothing before', async () => {
    renderInTheme(<Held field={field('number')} start={7} />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.clear(input);
    await userEvent.type(input, '12.345');
    expect(typeof last).not.toBe('number');
    expect(screen.getByRole('button', { name: '12.345' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '12\u00a0345' }));
    expect(last).toBe(12_345);
    expect(input.value).toBe('12\u00a0345');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('takes either answer, and never asks again what it holds', async () => {
    renderInTheme(<Held field={field('number')} start={7} />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.clear(input);
    await userEvent.type(input, '12.345');
    await userEvent.click(screen.getByRole('button', { name: '12.345' }));
    expect(last).toBe(12.345);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('asks nothing about a value that is kept', () => {
    renderInTheme(<Held field={field('number')} start={12.345} />);
    expect(screen.getByLabelText<HTMLInputElement>(/Margin/).value).toBe('12.345');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it.each([
    ['percent', '16,4 %', 16.4],
    ['money', '12 500,50 PLN', 1_250_050],
    ['money', 'PLN 99', 9900],
  ] as const)('takes a %s with its own unit: %s', async (type, text, value) => {
    renderInTheme(<Held field={field(type)} currency="PLN" />);
    await userEvent.click(screen.getByLabelText(/Margin/));
    await userEvent.paste(text);
    expect(last).toBe(value);
  });

  it.each([
    ['percent', '2000', 'is too large'],
    ['number', '12345678901234567', 'more than 15 digits'],
  ] as const)('refuses a %s of %s and says why', async (type, text, why) => {
    renderInTheme(<Held field={field(type)} start={1} />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.clear(input);
    await userEvent.type(input, text);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(new RegExp(why))).toBeTruthy();
    expect(typeof last).not.toBe('number');
  });

  it('keeps its help while it says what it understood', async () => {
    renderInTheme(<Held field={field('number', { help: 'Of the offer.' })} />);
    await userEvent.type(screen.getByLabelText(/Margin/), '12.500,00');
    expect(screen.getByText('Of the offer.')).toBeTruthy();
    expect(screen.getByText('Understood as 12 500')).toBeTruthy();
  });

  it('knows the minor unit of the currency', async () => {
    renderInTheme(<Held field={field('money')} currency="JPY" />);
    const input = screen.getByLabelText(/Margin/);
    await userEvent.type(input, '1200');
    expect(last).toBe(1200);
    await userEvent.type(input, '.5');
    expect(typeof last).not.toBe('number');
    expect(screen.getByText('JPY has no decimals. Write it with fewer.')).toBeTruthy();
  });

  it('gives a calendar day for a date however it is typed', async () => {
    renderInTheme(<Held field={field('date')} />);
    const input = screen.getByLabelText(/Margin/);
    await userEvent.type(input, '21.9.2026');
    await userEvent.tab();
    expect(last).toBe('2026-09-21');
  });

  it('keeps a text that is no day, and says what is wrong', async () => {
    renderInTheme(<Held field={field('date')} start="2026-09-21" />);
    const input = screen.getByRole<HTMLInputElement>('textbox');
    await userEvent.clear(input);
    await userEvent.type(input, '31.2.26');
    await userEvent.tab();
    expect(input.value).toBe('31.2.26');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/February 2026 has 28 days\. Write a day such as/)).toBeTruthy();
    expect(typeof last).not.toBe('string');
  });

  it.each(['typed', 'pasted'])('asks which day 3/4/2026 is, %s', async (how) => {
    renderInTheme(<Held field={field('date')} />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.click(input);
    if (how === 'typed') await userEvent.type(input, '3/4/2026');
    else await userEvent.paste('3/4/2026');
    expect(typeof last).not.toBe('string');
    expect(screen.getByRole('button', { name: 'Wed 4 Mar 2026' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Fri 3 Apr 2026' }));
    expect(last).toBe('2026-04-03');
    expect(input.value).toBe('Fri 3 Apr 2026');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('says which century two digits of a year are', async () => {
    renderInTheme(<Held field={field('date')} />);
    const input = screen.getByLabelText<HTMLInputElement>(/Margin/);
    await userEvent.type(input, '31.12.26');
    expect(screen.getByText('Understood as Thu 31 Dec 2026')).toBeTruthy();
    expect(last).toBe('2026-12-31');
    await userEvent.tab();
    expect(input.value).toBe('Thu 31 Dec 2026');
  });

  it('gives the values of options for choice and choices', async () => {
    renderInTheme(<Held field={field('choice', { options })} />);
    await userEvent.click(screen.getByRole('combobox'));
    await userEvent.click(screen.getByRole('option', { name: 'Loan' }));
    expect(last).toBe('loan');
    renderInTheme(<Held field={field('choices', { options })} />);
    await userEvent.click(screen.getByRole('combobox'));
    await userEvent.click(screen.getByRole('option', { name: 'Leasing' }));
    expect(last).toEqual(['lease']);
  });

  it('starts a boolean unanswered and gives true or false', async () => {
    renderInTheme(<Held field={field('boolean')} />);
    expect(screen.getAllByRole('radio').some((one) => (one as HTMLInputElement).checked)).toBe(
      false,
    );
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    expect(last).toBe(false);
  });

  it('names what is wrong at the field and marks it as required', () => {
    renderInTheme(<Held field={field('text')} required error="Give a margin." />);
    const input = screen.getByLabelText(/Margin/);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
    expect(screen.getByText('Give a margin.')).toBeTruthy();
    expect(input.id).toBe('field-margin');
  });

  it.each(['choice', 'choices', 'date'] as const)('asks for nothing in a read-only %s', (type) => {
    renderInTheme(<Held field={field(type, { options })} readOnly />);
    expect(screen.queryAllByPlaceholderText(/./)).toEqual([]);
  });
});
