import { NumberInput } from '@mantine/core';
import { amountToMinor, minorToAmount } from '../lib/money-amount.ts';
import { sharedFieldProps, type FieldInputProps } from './field-props.ts';

function unitOf({ field, currency }: FieldInputProps): string | undefined {
  if (field.type === 'percent') return '%';
  if (field.type === 'money') return field.unit ?? currency;
  return field.unit;
}

/** number and percent hold the number as typed; money an integer of minor units. */
export function NumericInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const money = field.type === 'money';
  const unit = unitOf(props);
  const shown = typeof value === 'number' ? (money ? minorToAmount(value) : value) : '';
  const change = (typed: number | string) => {
    if (typed === '') return onChange(null);
    const number = typeof typed === 'number' ? typed : Number(typed);
    if (Number.isFinite(number)) onChange(money ? amountToMinor(number) : number);
  };
  return (
    <NumberInput
      {...sharedFieldProps(props)}
      value={shown}
      onChange={change}
      thousandSeparator={'\u00a0'}
      allowedDecimalSeparators={['.', ',']}
      {...(money ? { decimalScale: 2 } : {})}
      {...(unit === undefined
        ? {}
        : { rightSection: unit, rightSectionWidth: 12 + unit.length * 9 })}
      rightSectionPointerEvents="none"
    />
  );
}
