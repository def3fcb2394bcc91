import { Group, Select } from '@mantine/core';
import type { Offset } from '#core/drawing/escalation-policy.ts';
import { durationUnits, longestDuration, type DurationUnit } from '#core/time/duration.ts';
import { NumberField } from './number-field.tsx';

type Unit = DurationUnit | '%';

const units: Unit[] = ['%', ...durationUnits];

interface OffsetFieldProps {
  value: Offset;
  path: string;
  onChange: (offset: Offset, typing: boolean) => void;
}

/** How far from the due instant a level may lie. */
function most(unit: Unit, before: boolean): number {
  if (unit === '%') return before ? 99 : 500;
  return longestDuration(unit);
}

/** When a level fires: a length before or after the due instant; 0 is the instant itself. */
export function OffsetField({ value, path, onChange }: OffsetFieldProps) {
  const n = 'percent' in value ? value.percent : value.n;
  const unit = 'percent' in value ? '%' : value.unit;
  const [size, before] = [Math.abs(n), n < 0];
  const take = (next: { size?: number; unit?: Unit; before?: boolean }, typing = false) => {
    const signed = ((next.before ?? before) ? -1 : 1) * (next.size ?? size) + 0;
    const inUnit = next.unit ?? unit;
    onChange(inUnit === '%' ? { percent: signed } : { n: signed, unit: inUnit }, typing);
  };
  return (
    <Group gap={4} flex={1} align="start">
      <NumberField
        label="How long"
        hideLabel
        width={52}
        value={size}
        path={path}
        min={0}
        max={most(unit, before)}
        onChange={(next) => take({ size: next }, true)}
      />
      <Select
        size="xs"
        flex="1 1 60px"
        aria-label="Unit"
        data={units.map((one) => ({
          value: one,
          label: one === '%' ? '% of it' : one,
          disabled: size > most(one, before),
        }))}
        value={unit}
        allowDeselect={false}
        onChange={(next) => take({ unit: (next ?? unit) as Unit })}
      />
      <Select
        size="xs"
        w={104}
        aria-label="Before or after"
        data={[
          { value: 'before', label: 'before due', disabled: size > most(unit, true) },
          { value: 'after', label: 'after due' },
        ]}
        value={before ? 'before' : 'after'}
        allowDeselect={false}
        disabled={n === 0}
        onChange={(next) => take({ before: next === 'before' })}
      />
    </Group>
  );
}
