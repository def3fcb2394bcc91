import { issuePath, issueWords, valueAt, type InputIssue } from '#core/file/issue-words.ts';
import { unknownKeys } from '#core/file/unknown-keys.ts';
import type { ProblemItem } from './app-error.ts';
import { shownValue } from './shown-value.ts';

/** Each issue of a refused input as an item that names path and value. */
export function inputErrors(issues: readonly InputIssue[], input: unknown): ProblemItem[] {
  return issues.map((issue) => {
    const keys = issuePath(issue);
    const path = keys.map(String).join('.');
    const value = valueAt(input, keys);
    return { path, value: shownValue(path, value), message: issueWords(issue, value) };
  });
}

/** Each property that was sent and that the schema does not know. */
export function unknownProperties(sent: unknown, kept: unknown): ProblemItem[] {
  return unknownKeys(sent, kept).map((keys) => {
    const path = keys.map(String).join('.');
    const message = `${path} is not known here.`;
    return { path, message, remedy: 'Leave it out, or correct its name.' };
  });
}
