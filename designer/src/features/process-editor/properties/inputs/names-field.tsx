import { TagsInput } from '@mantine/core';
import { useProblemAt } from '../../state/editor-context.tsx';

interface NamesFieldProps {
  label: string;
  value: readonly string[];
  path: string;
  placeholder: string;
  max: number;
  /** What becomes of a typed name; '' = it is not taken. */
  clean: (text: string) => string;
  onChange: (names: string[]) => void;
}

/** Names that are typed, one after the other: events, skills. */
export function NamesField(props: NamesFieldProps) {
  const { label, value, path, placeholder, max, clean, onChange } = props;
  const problem = useProblemAt(path);
  return (
    <TagsInput
      size="xs"
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      value={[...value]}
      maxTags={max}
      error={problem}
      acceptValueOnBlur
      data-path={path}
      onChange={(next) => {
        const names = next.map(clean).filter((name) => name !== '');
        onChange([...new Set(names)]);
      }}
    />
  );
}

/** A name as an integration sends it: letters, digits and _, a small letter first. */
export function eventName(text: string): string {
  return text
    .replaceAll(/\W/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40);
}
