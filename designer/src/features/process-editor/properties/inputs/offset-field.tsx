import { Group, NumberInput, Select } from '@mantine/core';
import { offsetSchema, type Offset } from '#core/drawing/escalation-policy.ts';
import { durationUnits } from '#core/time/duration.ts';

const units = [
  { value: '%', label: '% of it' },
  ...durationUnits.map((unit) => ({ value: unit, label: unit })),
];
const sides = [
  { value: 'before', label: 'before due' },
  { value: 'after', label: 'after due' },
];

interface OffsetFieldProps {
  value: Offset;
  path: string;
  onChange: (offset: Offset) => void;
}

/** When a level fires: a length before or after the due instant; 0 is the instant itself. */
export function OffsetField({ value, path, onChange }: OffsetFieldProps) {
  const n = 'percent' in value ? value.percent : value.n;
  const unit = 'percent' in value ? '%' : value.unit;
  const take = (size: number, nextUnit: string, before: boolean) => {
    const signed = before ? -size : size;
    const offset = nextUnit === '%' ? { percent: signed } : { n: signed, unit: nextUnit };
    const parsed = offsetSchema.safeParse(offset);
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <Group gap={4} wrap="nowrap" flex={1}>
      <NumberInput
        size="xs"
        w={48}
        min={0}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        aria-label="How long"
        value={Math.abs(n)}
        data-path={path}
        onChange={(size) => typeof size === 'number' && take(size, unit, n < 0)}
      />
      <Select
        size="xs"
        flex={1}
        aria-label="Unit"
        data={units}
        value={unit}
        allowDeselect={false}
        onChange={(next) => take(Math.abs(n), next ?? unit, n < 0)}
      />
      <Select
        size="xs"
        w={104}
        aria-label="Before or after"
        data={sides}
        value={n < 0 ? 'before' : 'after'}
        allowDeselect={false}
        disabled={n === 0}
        onChange={(next) => take(Math.abs(n), unit, next === 'before')}
      />
    </Group>
  );
}
