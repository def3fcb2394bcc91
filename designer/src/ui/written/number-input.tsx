import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';
import type { Reader } from './reader.ts';
import { Understood } from './understood.tsx';
import styles from './understood.module.css';
import type { Unread } from './unread.ts';
import { useWritten } from './use-written.ts';

interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  reader: Reader<number>;
  value: number | Unread | null;
  onChange: (value: number | Unread | null) => void;
  /** Shown at its end. */
  unit?: string | undefined;
  /** A narrow one in a row that wraps: what is said about it stands below the row. */
  inRow?: boolean;
}

/** A number as people write it; what is unclear stays and is asked, with what is wrong below it. */
export function NumberInput({ reader, value, onChange, unit, inRow, ...props }: NumberInputProps) {
  const id = useId();
  const input = useWritten(reader, value, onChange);
  const { text, meaning } = input;
  const ending =
    unit === undefined ? {} : { rightSection: unit, rightSectionWidth: 12 + unit.length * 9 };
  const error = meaning.kind === 'wrong' ? meaning.why : props.error;
  const isBelow = inRow === true && typeof error === 'string';
  return (
    <div className={inRow === true ? styles.inRow : undefined}>
      <TextInput
        {...props}
        {...ending}
        error={isBelow ? true : error}
        {...(isBelow ? { 'aria-describedby': id } : {})}
        inputMode="decimal"
        autoComplete="off"
        rightSectionPointerEvents="none"
        value={text}
        onChange={(event) => input.write(event.currentTarget.value)}
      />
      {isBelow && (
        <p id={id} className={`${styles.below} ${styles.error}`}>
          {error}
        </p>
      )}
      <Understood reader={reader} text={text} meaning={meaning} onChoose={input.choose} />
    </div>
  );
}
