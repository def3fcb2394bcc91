import { Group, NumberInput, Select } from '@mantine/core';
import { useId } from 'react';
import {
  durationSchema,
  durationUnits,
  type Duration,
  type DurationUnit,
} from '#core/time/duration.ts';
import { useEditor, useProblemAt } from '../../state/editor-context.tsx';

const unitNames: Record<DurationUnit, string> = {
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  d: 'days',
  bh: 'business hours',
  bd: 'business days',
};

interface DurationFieldProps {
  label: string;
  value: Duration | undefined;
  path: string;
  onChange: (duration: Duration) => void;
  /** When given, the field may be emptied. */
  onClear?: () => void;
  placeholder?: string;
}

const units = durationUnits.map((unit) => ({ value: unit, label: unitNames[unit] }));

/** A length of time: a whole number and its unit. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, path, onChange, onClear, placeholder } = props;
  const { store } = useEditor();
  const id = useId();
  const problem = useProblemAt(path);
  const unit = value?.unit ?? 'bd';
  const take = (n: number | string, nextUnit: DurationUnit) => {
    if (n === '') onClear?.();
    const parsed = durationSchema.safeParse({ n, unit: nextUnit });
    if (parsed.success && parsed.data.n >= 0) onChange(parsed.data);
  };
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className="mantine-InputWrapper-label">
        {label}
      </span>
      <Group gap={4} wrap="nowrap" align="start" mt={4}>
        <NumberInput
          size="xs"
          w={64}
          min={0}
          aria-label={`${label}, number`}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          placeholder={placeholder ?? '–'}
          value={value?.n ?? ''}
          error={problem !== undefined}
          data-path={path}
          onChange={(n) => take(n, unit)}
          onBlur={() => store.getState().settle()}
        />
        <Select
          size="xs"
          flex={1}
          aria-label={`${label}, unit`}
          data={units}
          value={unit}
          allowDeselect={false}
          onChange={(next) => take(value?.n ?? 1, (next ?? unit) as DurationUnit)}
        />
      </Group>
      {problem !== undefined && <p className="mantine-InputWrapper-error danger">{problem}</p>}
    </div>
  );
}
