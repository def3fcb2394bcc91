import { Textarea, TextInput } from '@mantine/core';
import { DayInput } from './day-input.tsx';
import { sharedFieldProps, type FieldInputProps } from './field-props.ts';
import { isUnread } from '../written/unread.ts';

function DayField(props: FieldInputProps) {
  const { field, value, onChange, required, readOnly } = props;
  const mayClear = required !== true && readOnly !== true;
  return (
    <DayInput
      {...sharedFieldProps(props)}
      value={typeof value === 'string' || isUnread(value) ? value : null}
      onChange={onChange}
      {...(readOnly === true ? { placeholder: '' } : {})}
      clearLabel={mayClear ? `Empty ${field.label}` : undefined}
    />
  );
}

/** text and longText hold what is written, date 'YYYY-MM-DD'; an emptied field is null. */
export function WrittenInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  if (field.type === 'date') return <DayField {...props} />;
  const shared = {
    ...sharedFieldProps(props),
    value: typeof value === 'string' ? value : '',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value === '' ? null : event.currentTarget.value),
  };
  if (field.type === 'longText') return <Textarea {...shared} autosize minRows={3} maxRows={12} />;
  return (
    <TextInput
      {...shared}
      {...(field.unit === undefined
        ? {}
        : { rightSection: field.unit, rightSectionWidth: 12 + field.unit.length * 9 })}
    />
  );
}
