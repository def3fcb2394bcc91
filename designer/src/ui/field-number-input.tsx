import { TextInput } from '@mantine/core';
import { minorDigits } from '#core/money/currencies.ts';
import { minorOfAmount } from '#core/money/minor-amount.ts';
import { amountText, numberText } from '#core/money/money-text.ts';
import { formatFieldValue } from '../lib/format-field-value.ts';
import { sharedFieldProps, type FieldInputProps } from './field-props.ts';
import { NumberQuestion } from './number-question.tsx';
import { useWrittenNumber, type NumberKind } from './use-written-number.ts';

function unitOf({ field, currency }: FieldInputProps): string | undefined {
  if (field.type === 'percent') return '%';
  if (field.type === 'money') return field.unit ?? currency;
  return field.unit;
}

function kindOf({ field, currency = '' }: FieldInputProps): NumberKind {
  const isMoney = field.type === 'money';
  const digits = minorDigits(currency);
  return {
    keep: (amount) => (isMoney ? minorOfAmount(amount, currency) : amount),
    write: (kept) => (isMoney ? amountText(kept, currency) : numberText(kept)),
    words: (kept) => formatFieldValue(field, kept, currency),
    tooFine: `${currency || 'Money'} has ${digits === 0 ? 'no' : `at most ${digits}`} decimals. Write it with fewer.`,
  };
}

/** number and percent hold the number as written; money an integer of minor units. */
export function NumericInput(props: FieldInputProps) {
  const { value, onChange } = props;
  const kind = kindOf(props);
  const unit = unitOf(props);
  const input = useWrittenNumber(kind, typeof value === 'number' ? value : null, onChange);
  const { text, meaning } = input;
  const shared = sharedFieldProps(props);
  const wrong = meaning.kind === 'wrong' ? meaning.why : undefined;
  const isPlain = meaning.kind !== 'number' || kind.write(meaning.kept) === text;
  return (
    <div>
      <TextInput
        {...shared}
        error={wrong ?? shared.error}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => input.write(event.currentTarget.value)}
        {...(isPlain ? {} : { description: `Understood as ${kind.words(meaning.kept)}` })}
        {...(unit === undefined
          ? {}
          : { rightSection: unit, rightSectionWidth: 12 + unit.length * 9 })}
        rightSectionPointerEvents="none"
      />
      {meaning.kind === 'ask' && (
        <NumberQuestion
          written={text}
          choices={meaning.choices.map((kept) => ({ value: kept, words: kind.words(kept) }))}
          onChoose={input.choose}
        />
      )}
    </div>
  );
}
