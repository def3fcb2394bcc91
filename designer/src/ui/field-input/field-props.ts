import type { FormField } from '../../lib/format-field-value.ts';
import type { FormValue } from '../written/unread.ts';

export interface FieldInputProps {
  /** Any type but `file`. */
  field: FormField;
  /** Null when empty; the shape follows the type, see FieldValue; what is not read yet is held too. */
  value: FormValue;
  onChange: (value: FormValue) => void;
  /** ISO code of what money is in. */
  currency?: string | undefined;
  required?: boolean | undefined;
  error?: string | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  size?: 'xs' | 'sm' | undefined;
}

type WrapperPart = 'label' | 'input' | 'description' | 'error';
const wrapperOrder: WrapperPart[] = ['label', 'input', 'description', 'error'];

/** The id of a field's input: what labels, errors and `focusField` point at. */
export function fieldInputId(fieldId: string): string {
  return `field-${fieldId}`;
}

/** What every input gets, whatever its type. */
export function sharedFieldProps(props: FieldInputProps) {
  const { field, error, required, readOnly, disabled, autoFocus, size } = props;
  return {
    id: fieldInputId(field.id),
    name: field.id,
    label: field.label,
    size: size ?? 'sm',
    description: field.help,
    inputWrapperOrder: wrapperOrder,
    withAsterisk: required === true,
    'aria-required': required === true,
    error,
    readOnly: readOnly === true,
    disabled: disabled === true,
    ...(autoFocus === true ? { 'data-autofocus': true, autoFocus } : {}),
  };
}

/** Brings a person to a field of the form, by the id it has in the drawing. */
export function focusField(fieldId: string): void {
  const input = document.getElementById(fieldInputId(fieldId));
  input?.scrollIntoView({ block: 'center' });
  input?.focus();
}
