import { Textarea, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { DayInput } from './day-input.tsx';
import { sharedFieldProps, type FieldInputProps } from './field-props.ts';

function DayField(props: FieldInputProps) {
  const { value, onChange, required } = props;
  return (
    <DayInput
      {...sharedFieldProps(props)}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      {...(props.readOnly === true ? { placeholder: '' } : {})}
      clearButtonProps={{ 'aria-label': `Empty ${props.field.label}` }}
      clearable={required !== true && props.readOnly !== true}
      rightSection={<IconCalendar size={16} aria-hidden />}
      rightSectionPointerEvents="none"
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
