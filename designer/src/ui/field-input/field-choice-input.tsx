import { Input, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { fieldInputId, sharedFieldProps, type FieldInputProps } from './field-props.ts';

/** Yes, no, or not answered: a required boolean is answered, never assumed. */
function BooleanInput(props: FieldInputProps) {
  const { field, value, onChange, error, required } = props;
  const labelId = `${fieldInputId(field.id)}-label`;
  return (
    <Input.Wrapper
      label={field.label}
      labelProps={{ id: labelId }}
      labelElement="div"
      description={field.help}
      error={error}
      withAsterisk={required === true}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <div>
        <SegmentedControl
          id={fieldInputId(field.id)}
          tabIndex={-1}
          aria-labelledby={labelId}
          size={props.size ?? 'sm'}
          readOnly={props.readOnly === true}
          disabled={props.disabled === true}
          data={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(choice) => onChange(choice === 'yes')}
        />
      </div>
    </Input.Wrapper>
  );
}

/** choice holds an option's value, choices a list of them, boolean true or false. */
export function ChoiceInput(props: FieldInputProps) {
  const { field, value, onChange, required } = props;
  if (field.type === 'boolean') return <BooleanInput {...props} />;
  const data = field.options ?? [];
  const readOnly = props.readOnly === true;
  const shared = {
    ...sharedFieldProps(props),
    data,
    comboboxProps: { shadow: 'md' } as const,
    wrapperProps: { 'data-readonly': readOnly || undefined },
  };
  const placeholder = readOnly ? '' : 'Choose';
  if (field.type === 'choices') {
    return (
      <MultiSelect
        {...shared}
        value={Array.isArray(value) ? value : []}
        onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
        {...(Array.isArray(value) ? {} : { placeholder })}
      />
    );
  }
  return (
    <Select
      {...shared}
      placeholder={placeholder}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      searchable={data.length > 8}
      clearButtonProps={{ 'aria-label': `Empty ${field.label}` }}
      clearable={required !== true && !readOnly}
    />
  );
}
