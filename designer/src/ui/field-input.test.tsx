import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FieldValue, FormField } from '../lib/format-field-value.ts';
import { FieldInput } from './field-input.tsx';
import type { FieldInputProps } from './field-props.ts';
import { renderInTheme } from './render-in-theme.tsx';

let last: FieldValue | undefined;

function Held(props: Omit<FieldInputProps, 'value' | 'onChange'> & { start?: FieldValue }) {
  const [value, setValue] = useState<FieldValue>(props.start ?? null);
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
    expect(typed ?? undefined).toBe(minor);
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste(text);
    expect(last).toBe(typed);
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
    expect(last).toBeNull();
    expect(screen.getByRole('button', { name: '12.345' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '12\u00a0345' }));
    expect(last).toBe(12_345);
    expect(input.value).toBe('12\u00a0345');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('knows the minor unit of the currency', async () => {
    renderInTheme(<Held field={field('money')} currency="JPY" />);
    const input = screen.getByLabelText(/Margin/);
    await userEvent.type(input, '1200');
    expect(last).toBe(1200);
    await userEvent.type(input, '.5');
    expect(last).toBeNull();
    expect(screen.getByText('JPY has no decimals. Write it with fewer.')).toBeTruthy();
  });

  it('gives a calendar day for a date however it is typed', async () => {
    renderInTheme(<Held field={field('date')} />);
    const input = screen.getByLabelText(/Margin/);
    await userEvent.type(input, '21.9.2026');
    await userEvent.tab();
    expect(last).toBe('2026-09-21');
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
