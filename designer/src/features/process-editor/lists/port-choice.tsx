import { Select } from '@mantine/core';
import type { Port } from '#core/drawing/port.ts';

const ANY = '*';

interface PortChoiceProps {
  label: string;
  ports: readonly Port[];
  /** Ids of the ports that are named; none means any. */
  value: readonly string[];
  onChange: (ports: string[]) => void;
  /** Path that a problem of the choice names. */
  path?: string;
}

/** By which outcome something follows: one of them, or any; several stay until another is chosen. */
export function PortChoice({ label, ports, value, onChange, path }: PortChoiceProps) {
  const named = ports.filter(({ id }) => value.includes(id));
  const several = { value: value.join(' '), label: named.map((port) => port.label).join(' or ') };
  const data = [
    ...ports.map((port) => ({ value: port.id, label: port.label })),
    ...(value.length > 1 ? [several] : []),
    { value: ANY, label: 'Any outcome' },
  ];
  return (
    <Select
      size="xs"
      label={label}
      data={data}
      value={value.length === 0 ? ANY : several.value}
      allowDeselect={false}
      data-path={path}
      comboboxProps={{ withinPortal: true }}
      onChange={(next) => {
        if (next === ANY) onChange([]);
        else if (next !== null && next !== several.value) onChange([next]);
      }}
    />
  );
}
