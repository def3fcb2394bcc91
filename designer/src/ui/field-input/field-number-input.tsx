import { minorDigits } from '#core/money/currencies.ts';
import { minorOfAmount } from '#core/money/minor-amount.ts';
import { amountText } from '#core/money/money-text.ts';
import { checkValue } from '#core/drawing/check-value.ts';
import { formatFieldValue } from '../../lib/format-field-value.ts';
import { sharedFieldProps, type FieldInputProps } from './field-props.ts';
import { NumberInput } from '../written/number-input.tsx';
import { numberReader } from '../written/number-reader.ts';
import type { Reader } from '../written/reader.ts';
import { isUnread } from '../written/unread.ts';

type Numeric = Pick<FieldInputProps, 'field' | 'currency'>;

/** Money is in the currency of its deal, whatever unit is drawn. */
export function unitOf({ field, currency }: Numeric): string | undefined {
  if (field.type === 'percent') return '%';
  return field.type === 'money' ? currency : field.unit;
}

/** How a number, percent or money of a deal is read; money is kept in minor units of its currency. */
export function quantityReader(props: Numeric): Reader<number> {
  const { field, currency = '' } = props;
  const isMoney = field.type === 'money';
  return numberReader({
    unit: unitOf(props),
    keep: (amount) => {
      const kept = isMoney ? minorOfAmount(amount, currency) : amount;
      if (kept === undefined) return tooFine(currency);
      const wrong = checkValue(field, kept);
      return wrong === undefined ? kept : `${field.label} ${wrong}`;
    },
    words: (kept) => formatFieldValue(field, kept, currency),
    ...(isMoney ? { write: (kept) => amountText(kept, currency) } : {}),
  });
}

function tooFine(currency: string): string {
  const digits = minorDigits(currency);
  const most = digits === 0 ? 'no' : `at most ${digits}`;
  return `${currency || 'Money'} has ${most} decimals. Write it with fewer.`;
}

/** number and percent hold the number as written; money an integer of minor units. */
export function NumericInput(props: FieldInputProps) {
  const { value, onChange } = props;
  return (
    <NumberInput
      {...sharedFieldProps(props)}
      reader={quantityReader(props)}
      unit={unitOf(props)}
      value={typeof value === 'number' || isUnread(value) ? value : null}
      onChange={onChange}
    />
  );
}
