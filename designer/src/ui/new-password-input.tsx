import { PasswordInput } from '@mantine/core';

interface NewPasswordInputProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** What the api says against it. */
  error?: string | undefined;
  autoFocus?: boolean;
}

/** A password that somebody sets: what it has to be stands below, before it is refused. */
export function NewPasswordInput({ onChange, autoFocus = false, ...rest }: NewPasswordInputProps) {
  return (
    <PasswordInput
      {...rest}
      description="10 characters or more, hard to guess: four words that do not belong together."
      autoComplete="new-password"
      maxLength={200}
      required
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
