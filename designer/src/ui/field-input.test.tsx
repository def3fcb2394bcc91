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
