import { Select } from '@mantine/core';
import { useProblemAt } from '../../state/editor-context.tsx';

export interface Option {
  value: string;
  label: string;
}

interface ChoiceFieldProps {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  path: string;
  onChange: (value: string) => void;
  /** When given, the choice may be emptied, and this says what that means. */
  none?: string;
  onNone?: () => void;
  hideLabel?: boolean;
  placeholder?: string;
  disabled?: boolean;
}

/** A choice among few; a value that is no longer offered stays visible as it is. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, value, options, path, none, hideLabel } = props;
  const problem = useProblemAt(path);
  const isKnown = value === undefined || options.some((option) => option.value === value);
  const data = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...options,
    ...(isKnown ? [] : [{ value: value ?? '', label: `${value} (not found)` }]),
  ];
  return (
    <Select
      size="xs"
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      disabled={props.disabled === true}
      data={data}
      value={value ?? (none === undefined ? null : '')}
      error={problem}
      allowDeselect={false}
      searchable={options.length > 8}
      data-path={path}
      comboboxProps={{ withinPortal: true }}
      onChange={(next) => {
        if (next === '' && none !== undefined) props.onNone?.();
        else if (next !== null) props.onChange(next);
      }}
    />
  );
}
