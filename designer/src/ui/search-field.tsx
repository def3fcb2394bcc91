import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { KeyCap } from './shortcuts/key-cap.tsx';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Says what is looked through: `Customer, place, tax id`. */
  placeholder: string;
  label: string;
  width?: number;
}

/** A search field that `/` goes to and Esc empties. */
export function SearchField({
  value,
  onChange,
  placeholder,
  label,
  width = 216,
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts('Search', [{ keys: '/', label, run: () => input.current?.focus() }]);
  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      w={width}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onChange('');
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value === '' ? (
          <KeyCap>/</KeyCap>
        ) : (
          <CloseButton size="xs" aria-label="Clear the search" onClick={() => onChange('')} />
        )
      }
    />
  );
}
