import { MultiSelect } from '@mantine/core';
import { useProblemAt } from '../../state/editor-context.tsx';
import type { Option } from './choice-field.tsx';

interface ManyFieldProps {
  label: string;
  value: readonly string[];
  options: readonly Option[];
  path: string;
  /** What nothing chosen means. */
  none: string;
  max: number;
  onChange: (value: string[]) => void;
  hideLabel?: boolean;
}

/** Several of a list; a value that is no longer offered stays visible as it is. */
export function ManyField(props: ManyFieldProps) {
  const { label, value, options, path, none, max, onChange, hideLabel } = props;
  const problem = useProblemAt(path);
  const lost = value.filter((one) => !options.some((option) => option.value === one));
  return (
    <MultiSelect
      size="xs"
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      placeholder={value.length === 0 ? none : ''}
      searchable
      data={[...options, ...lost.map((one) => ({ value: one, label: `${one} (not found)` }))]}
      value={[...value]}
      maxValues={max}
      error={problem}
      data-path={path}
      onChange={onChange}
    />
  );
}
