import { decimalSignOf, type DecimalSign } from '#core/money/read-number.ts';

/** How the reader's browser writes decimals; as in English where it names no locale that is known. */
export function readerDecimal(locale: string = navigator.language): DecimalSign {
  try {
    return decimalSignOf(locale);
  } catch {
    return '.';
  }
}
