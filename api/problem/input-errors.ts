import type { ProblemItem } from './app-error.ts';
import { shownValue } from './shown-value.ts';

/** The part of a schema issue that is read here; zod's issues have more. */
export interface InputIssue {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

/** Each issue of a refused input as an item that names path and value. */
export function inputErrors(issues: readonly InputIssue[], input: unknown): ProblemItem[] {
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
    const path = keys.map(String).join('.');
    return { path, value: shownValue(path, valueAt(input, keys)), message: issue.message };
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Names of properties that were sent and that the schema does not know: a schema drops them in
 * silence, and the sender would believe that they were kept.
 */
export function unknownProperties(sent: unknown, kept: unknown, path = ''): ProblemItem[] {
  if (!isPlain(sent) || !isPlain(kept)) return [];
  return Object.keys(sent).flatMap((key) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key in kept) return unknownProperties(sent[key], kept[key], at);
    if (sent[key] === undefined) return [];
    const message = `${at} is not known here.`;
    return [{ path: at, message, remedy: 'Leave it out, or correct its name.' }];
  });
}
