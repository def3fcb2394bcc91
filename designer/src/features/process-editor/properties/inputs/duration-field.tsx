import { Group, Select } from '@mantine/core';
import { useId } from 'react';
import {
  durationUnits,
  longestDuration,
  type Duration,
  type DurationUnit,
} from '#core/time/duration.ts';
import { NumberField } from './number-field.tsx';

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
  onClear?: (() => void) | undefined;
  placeholder?: string;
}

/** A unit that the number is too long for cannot be chosen. */
const unitsFor = (n: number) =>
  durationUnits.map((unit) => ({
    value: unit,
    label: unitNames[unit],
    disabled: n > longestDuration(unit),
  }));

/** A length of time: a whole number and its unit. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, path, onChange, onClear, placeholder } = props;
  const id = useId();
  const unit = value?.unit ?? 'bd';
  const n = value?.n ?? 1;
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className="mantine-InputWrapper-label">
        {label}
      </span>
      <Group gap={4} align="start" mt={4}>
        <NumberField
          label={`${label}, number`}
          hideLabel
          width={64}
          value={value?.n}
          path={path}
          min={0}
          max={longestDuration(unit)}
          placeholder={placeholder}
          onChange={(next) => onChange({ n: next, unit })}
          onClear={onClear}
        />
        <Select
          size="xs"
          flex={1}
          aria-label={`${label}, unit`}
          data={unitsFor(n)}
          value={unit}
          allowDeselect={false}
          onChange={(next) => onChange({ n, unit: (next ?? unit) as DurationUnit })}
        />
      </Group>
    </div>
  );
}
