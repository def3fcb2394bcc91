import { boundedReader } from '../../../../ui/written/number-reader.ts';
import { NumberInput } from '../../../../ui/written/number-input.tsx';
import type { Reader } from '../../../../ui/written/reader.ts';
import { useEditor, useProblemAt } from '../../state/editor-context.tsx';
import { useKeptNumber } from './use-kept-number.ts';

interface AnyNumberProps {
  label: string;
  value: number | undefined;
  path: string;
  onChange: (n: number) => void;
  /** When given, the field may be emptied. */
  onClear?: (() => void) | undefined;
  hideLabel?: boolean;
  placeholder?: string | undefined;
  /** Shown at its end. */
  unit?: string | undefined;
  /** In a row that wraps: how wide it is; what is said about it stands below the row. */
  width?: number;
}

interface NumberFieldProps extends AnyNumberProps {
  min: number;
  max: number;
}

/** A whole number between bounds; what lies outside is said and not taken. */
export function NumberField({ min, max, ...props }: NumberFieldProps) {
  return <QuantityField {...props} reader={boundedReader({ min, max })} />;
}

/** A number of the drawing, read by its reader. */
export function QuantityField(props: AnyNumberProps & { reader: Reader<number> }) {
  const { label, path, hideLabel, width, unit } = props;
  const { store } = useEditor();
  const problem = useProblemAt(path);
  const kept = useKeptNumber(props);
  return (
    <NumberInput
      size="xs"
      reader={props.reader}
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      {...(width === undefined ? {} : { w: width, inRow: true })}
      {...(unit === undefined ? {} : { unit })}
      placeholder={props.placeholder ?? '–'}
      value={kept.value}
      error={kept.error ?? problem}
      data-path={path}
      onChange={kept.onChange}
      onBlur={() => store.getState().settle()}
    />
  );
}
