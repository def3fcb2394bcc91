import { Button, FileButton as Picker } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';

interface FileButtonProps {
  /** What the button says. */
  label: string;
  loading: boolean;
  id?: string;
  /** The name of the input, where the label alone does not say which file. */
  name?: string;
  onFile: (file: File) => void;
}

/**
 * Asks for one file. What was chosen is forgotten at once: a browser says nothing when the same file is chosen twice,
 * and after a refusal people choose the same file again.
 */
export function FileButton({ label, name, onFile, ...button }: FileButtonProps) {
  const forget = useRef<() => void>(null);
  return (
    <Picker
      resetRef={forget}
      onChange={(file) => {
        forget.current?.();
        if (file) onFile(file);
      }}
      {...(name === undefined ? {} : { inputProps: { 'aria-label': name } })}
    >
      {(open) => (
        <Button
          {...open}
          {...button}
          size="xs"
          variant="default"
          leftSection={<IconUpload size={14} />}
        >
          {label}
        </Button>
      )}
    </Picker>
  );
}
