import { NumberInput } from '@mantine/core';
import { useEditor, useProblemAt } from '../../state/editor-context.tsx';

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  path: string;
  min: number;
  max: number;
  onChange: (n: number) => void;
  /** When given, the field may be emptied. */
  onClear?: () => void;
  hideLabel?: boolean;
  placeholder?: string;
  suffix?: string;
  /** Digits after the point; whole numbers when absent. */
  decimals?: number;
  width?: number;
}

/** A number between bounds; what lies outside is not taken. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, path, min, max, onChange, onClear, hideLabel, decimals } = props;
  const { store } = useEditor();
  const problem = useProblemAt(path);
  return (
    <NumberInput
      size="xs"
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      {...(props.width === undefined ? {} : { w: props.width })}
      {...(props.suffix === undefined ? {} : { suffix: props.suffix })}
      placeholder={props.placeholder ?? '–'}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={decimals !== undefined}
      decimalScale={decimals ?? 0}
      allowNegative={min < 0}
      hideControls
      value={value ?? ''}
      error={problem}
      data-path={path}
      onChange={(n) => {
        if (n === '') onClear?.();
        else if (typeof n === 'number' && n >= min && n <= max) onChange(n);
      }}
      onBlur={() => store.getState().settle()}
    />
  );
}
