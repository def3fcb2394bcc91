import type { FieldValue, FormField } from '../lib/format-field-value.ts';
import { ChoiceInput } from './field-choice-input.tsx';
import { NumericInput } from './field-number-input.tsx';
import { WrittenInput } from './field-text-input.tsx';

export type { FieldValue, FormField } from '../lib/format-field-value.ts';

export interface FieldInputProps {
  /** Any type but `file`. */
  field: FormField;
  /** Null when empty; shapes by type as in FieldValue. */
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  /** ISO code shown in money fields without a unit of their own. */
  currency?: string | undefined;
  required?: boolean | undefined;
  error?: string | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  size?: 'xs' | 'sm' | undefined;
}

/** What every kind of input gets, whatever its type. */
export function sharedProps(props: FieldInputProps) {
  const { field, error, required, readOnly, disabled, autoFocus, size } = props;
  return {
    id: `field-${field.id}`,
    name: field.id,
    label: field.label,
    size: size ?? ('sm' as const),
    description: field.help,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    withAsterisk: required === true,
    'aria-required': required === true,
    error,
    readOnly: readOnly === true,
    disabled: disabled === true,
    ...(autoFocus === true ? { 'data-autofocus': true, autoFocus } : {}),
  };
}

/** One field of a form by its type, with label, unit, star, help and error. */
export function FieldInput(props: FieldInputProps) {
  switch (props.field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return <NumericInput {...props} />;
    case 'boolean':
    case 'choice':
    case 'choices':
      return <ChoiceInput {...props} />;
    case 'text':
    case 'longText':
    case 'date':
    case 'file':
      return <WrittenInput {...props} />;
  }
}
