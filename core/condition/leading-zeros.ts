import type { SourceRange } from './refusal.ts';

/** A condition in which every decimal has a digit in front, and where its places are in what was written. */
export interface WithZeros {
  text: string;
  /** Where a stretch of `text` stands in the person's own. */
  original: (range: SourceRange) => SourceRange;
}

/** A text in quotation marks, which stays as it is, or a decimal that begins with its point. */
const pattern = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|(?<![\w.)\]])\.(?=\d)/g;

/** Writes `.5` as `0.5`, which is how the library reads decimals. */
export function withLeadingZeros(written: string): WithZeros {
  const points: number[] = [];
  const text = written.replace(pattern, (piece, at: number) => {
    if (piece !== '.') return piece;
    points.push(at + points.length);
    return '0.';
  });
  const back = (at: number) => at - points.filter((point) => point < at).length;
  return { text, original: ({ start, end }) => ({ start: back(start), end: back(end) }) };
}
