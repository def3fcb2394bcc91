import { Select } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';

interface ProcessPickerProps {
  processes: { key: string; name: string }[];
  value: string;
  onChange: (key: string) => void;
}

export function ProcessPicker({ processes, value, onChange }: ProcessPickerProps) {
  return (
    <Select
      size="xs"
      w={220}
      aria-label="Process"
      allowDeselect={false}
      leftSection={<IconSitemap size={16} aria-hidden />}
      data={processes.map(({ key, name }) => ({ value: key, label: `${key} ${name}` }))}
      value={value}
      onChange={(key) => key !== null && onChange(key)}
    />
  );
}
