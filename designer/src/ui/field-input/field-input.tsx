import { ChoiceInput } from './field-choice-input.tsx';
import { NumericInput } from './field-number-input.tsx';
import type { FieldInputProps } from './field-props.ts';
import { WrittenInput } from './field-text-input.tsx';

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
      return <WrittenInput {...props} />;
    case 'file':
      return null;
  }
}
