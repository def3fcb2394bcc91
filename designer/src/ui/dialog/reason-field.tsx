import { Textarea } from '@mantine/core';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  required?: boolean;
}

/** Why somebody does what others will read about; the api takes 500 letters. */
export function ReasonField({ value, onChange, required = true }: ReasonFieldProps) {
  return (
    <Textarea
      label="Reason"
      required={required}
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Whether something was said: where a reason is needed, the api asks for three letters at least. */
export function isReason(text: string): boolean {
  return text.trim().length >= 3;
}
