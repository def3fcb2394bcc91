/** Characters `start` to `end` (exclusive) of a condition's text. */
export interface SourceRange {
  start: number;
  end: number;
}

/** Why a condition cannot be published; the message is for the person who wrote it. */
export class ConditionRefusal extends Error {
  readonly position: SourceRange | undefined;

  constructor(message: string, position?: SourceRange) {
    super(message);
    this.name = 'ConditionRefusal';
    this.position = position;
  }
}

/** A piece of a condition as it was written; brackets around it, which no range includes, added. */
export function quote(text: string, range: SourceRange): string {
  let { start, end } = range;
  const open = () => text.slice(start, end).split('(').length;
  const close = () => text.slice(start, end).split(')').length;
  while (close() > open() && start > 0) start -= 1;
  while (open() > close() && end < text.length) end += 1;
  const piece = text.slice(start, end).trim();
  return `“${piece.length > 80 ? `${piece.slice(0, 79)}…` : piece}”`;
}

/** ` Did you mean …?` with the nearest of the names, or nothing when none is near. */
export function didYouMean(name: string, known: readonly string[], prefix = ''): string {
  const near = known
    .map((one) => ({ one, edits: editsBetween(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, edits }) => edits <= Math.max(1, Math.floor(one.length / 3)))
    .sort((a, b) => a.edits - b.edits)[0];
  return near ? ` Did you mean ${prefix}${near.one}?` : '';
}

/** Insertions, deletions and replacements that turn one name into the other (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + +(letter !== other)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
