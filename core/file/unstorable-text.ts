import { turningIn, withoutTurning } from '../describe/plain-text.ts';

/** NUL, and half of a surrogate pair: JSON can write both, no database keeps either. */
const unstorable = new RegExp(
  [
    String.raw`\x00`,
    String.raw`[\uD800-\uDBFF](?![\uDC00-\uDFFF])`,
    String.raw`(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]`,
  ].join('|'),
);

export interface Unstorable {
  path: PropertyKey[];
  message: string;
  remedy: string;
}

/** What is wrong with one text; undefined when it can be stored and shown. */
export function unstorableIn(text: string): Omit<Unstorable, 'path'> | undefined {
  const message = wrongIn(text);
  return message === undefined
    ? undefined
    : { message, remedy: 'Remove that character, or write it anew.' };
}

function wrongIn(text: string): string | undefined {
  const found = unstorable.exec(text);
  if (found) {
    const name = found[0] === '\0' ? 'NUL (U+0000)' : `half a character (${codeOf(found[0])})`;
    return `Holds ${name} as its character ${found.index + 1}, which cannot be stored.`;
  }
  const turns = turningIn(text);
  if (!turns) return undefined;
  const place = `${codeOf(turns.character)} as its character ${turns.index + 1}`;
  return `Holds ${place}, which is not seen and turns the direction of what stands around it.`;
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Every text in a value of JSON that cannot be stored or shown, names of properties included, with its path. */
export function unstorableTexts(value: unknown): Unstorable[] {
  const found: Unstorable[] = [];
  visit(value, []);
  return found;

  function visit(inner: unknown, path: PropertyKey[]): void {
    if (typeof inner === 'string') add(inner, path);
    else if (Array.isArray(inner)) inner.forEach((each, index) => visit(each, [...path, index]));
    else if (typeof inner === 'object' && inner !== null) {
      for (const [key, each] of Object.entries(inner)) {
        add(key, [...path, key]);
        visit(each, [...path, key]);
      }
    }
  }

  function add(text: string, path: PropertyKey[]): void {
    const wrong = unstorableIn(text);
    if (wrong) found.push({ path, ...wrong });
  }
}

/** The same text with a replacement character for each that cannot be stored, and nothing that turns it. */
export function shownText(text: string): string {
  return withoutTurning(text).replaceAll(new RegExp(unstorable, 'g'), '\uFFFD');
}
