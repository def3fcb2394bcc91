import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { useProblemAt } from '../../state/editor-context.tsx';
import { useTyped } from './use-typed.ts';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Path of the property in its element; problems and tests find the input by it. */
  path: string;
  /** Said when it is empty; without it the field may be empty. */
  required?: string;
  maxLength: number;
  /** Height in lines; one line when absent. */
  rows?: number;
  hideLabel?: boolean;
  placeholder?: string;
  description?: string;
  rightSection?: TextInputProps['rightSection'];
}

/** A text property: each key stroke is taken at once, what is not allowed is said below it. */
export function TextField(props: TextFieldProps) {
  const { label, path, rows, required, maxLength, hideLabel, rightSection } = props;
  const problem = useProblemAt(path);
  const typed = useTyped(props.value, props.onChange, (text) =>
    required !== undefined && text.trim() === '' ? required : undefined,
  );
  const shared = {
    size: 'xs',
    ...(hideLabel === true ? { 'aria-label': label } : { label }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.description === undefined ? {} : { description: props.description }),
    value: typed.text,
    error: typed.error ?? problem,
    maxLength,
    'data-path': path,
    onBlur: typed.onBlur,
  };
  if (rows === undefined) {
    return (
      <TextInput
        {...shared}
        rightSection={rightSection}
        onChange={(event) => typed.onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Textarea
      {...shared}
      autosize
      minRows={rows}
      maxRows={rows * 3}
      onChange={(event) => typed.onChange(event.currentTarget.value)}
    />
  );
}
