import { decimalSignOf, type DecimalSign } from '#core/money/read-number.ts';
import { writesMonthFirst } from '#core/time/read-day.ts';

/** How the reader's browser writes decimals; as in English where it names no locale that is known. */
export function readerDecimal(locale: string = navigator.language): DecimalSign {
  return orElse('.', () => decimalSignOf(locale));
}

/** True where the reader's browser writes the month before the day. */
export function readerMonthFirst(locale: string = navigator.language): boolean {
  return orElse(false, () => writesMonthFirst(locale));
}

function orElse<T>(usual: T, read: () => T): T {
  try {
    return read();
  } catch {
    return usual;
  }
}
