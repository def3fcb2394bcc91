import type { ProblemItem } from './app-error.ts';
import { shownValue } from './shown-value.ts';

/** The parts of a schema issue that are read here. */
export interface InputIssue {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
  code: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  expected?: string;
  format?: string;
  values?: unknown[];
}

const formats: Record<string, string> = {
  email: 'Must be an e-mail address, like name@example.com.',
  uuid: 'Must be an id (UUID).',
  datetime: 'Must be an instant, like 2026-09-18T08:44:00Z.',
};

function boundWords(issue: InputIssue, bound: 'least' | 'most', limit: number | bigint): string {
  const nouns: Record<string, string> = { string: ' characters', array: ' items' };
  const noun = nouns[issue.origin ?? ''];
  const verb = noun === undefined ? 'be' : 'have';
  const unit = limit === 1 ? noun?.slice(0, -1) : noun;
  return `Must ${verb} at ${bound} ${limit}${unit ?? ''}.`;
}

/** An issue as a sentence for people; messages of our own schemas stay as they are. */
function words(issue: InputIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? 'Is missing.'
        : `Must be a ${issue.expected ?? 'different type'}.`;
    case 'too_small':
      return boundWords(issue, 'least', issue.minimum ?? 0);
    case 'too_big':
      return boundWords(issue, 'most', issue.maximum ?? 0);
    case 'invalid_format':
      return formats[issue.format ?? ''] ?? issue.message;
    case 'invalid_value':
      return `Must be ${(issue.values ?? []).join(' or ')}.`;
    default:
      return issue.message;
  }
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
    const value = valueAt(input, keys);
    return { path, value: shownValue(path, value), message: words(issue, value) };
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
