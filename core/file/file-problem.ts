/** Something that keeps a file from being read, with its place. */
export interface FileProblem {
  /** Such as `stages[1].name`; '' for the file itself. */
  path: string;
  /** From 1; where the value stands, or what holds it. */
  line: number;
  column: number;
  /** The refused value, shortened; absent when there is none. */
  value?: string;
  message: string;
  remedy?: string;
}

/** `stages[1].name`, as one writes it in JavaScript. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number' || /^\d+$/.test(String(key))) return `[${String(key)}]`;
      return index === 0 ? String(key) : `.${String(key)}`;
    })
    .join('');
}
