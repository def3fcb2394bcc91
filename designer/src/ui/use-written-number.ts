import { useState } from 'react';
import { readNumber } from '#core/money/read-number.ts';
import { readerDecimal } from '../lib/reader-locale.ts';

/** How a kind of number is kept and shown. */
export interface NumberKind {
  /** The amount as it is kept; undefined where it has more decimals than fit. */
  keep: (amount: number) => number | undefined;
  /** What is kept as one writes it, and as words with its unit. */
  write: (kept: number) => string;
  words: (kept: number) => string;
  /** Why an amount cannot be kept. */
  tooFine: string;
}

interface Written {
  text: string;
  /** What was given on for it. */
  given: number | null;
}

/** What is typed or pasted into a number's input, read by one reader; nothing unclear is given on. */
export function useWrittenNumber(
  kind: NumberKind,
  value: number | null,
  onChange: (value: number | null) => void,
) {
  const [written, setWritten] = useState<Written>();
  const isOwn = written !== undefined && written.given === value;
  const text = isOwn ? written.text : value === null ? '' : kind.write(value);
  const give = (next: string, given: number | null) => {
    setWritten({ text: next, given });
    if (given !== value) onChange(given);
  };
  const meaning = meaningOf(kind, text);
  return {
    text,
    meaning,
    write: (next: string) => {
      const read = meaningOf(kind, next);
      give(next, read.kind === 'number' ? read.kept : null);
    },
    choose: (kept: number) => give(kind.write(kept), kept),
  };
}

type Meaning =
  | { kind: 'empty' }
  | { kind: 'number'; kept: number }
  | { kind: 'ask'; choices: number[] }
  | { kind: 'wrong'; why: string };

function meaningOf({ keep, tooFine }: NumberKind, text: string): Meaning {
  const read = readNumber(text, readerDecimal());
  if (read.kind === 'empty') return read;
  if (read.kind === 'none') return { kind: 'wrong', why: read.why };
  if (read.kind === 'number') {
    const kept = keep(read.value);
    return kept === undefined ? { kind: 'wrong', why: tooFine } : { kind: 'number', kept };
  }
  const choices = read.values.map(keep).filter((kept) => kept !== undefined);
  return { kind: 'ask', choices };
}
