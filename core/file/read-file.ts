import type { z } from 'zod';
import { pathText, type FileProblem } from './file-problem.ts';
import { issuePath, issueWords, valueAt, type InputIssue } from './issue-words.ts';
import { readJson, type JsonText } from './json-text.ts';
import { unstorableTexts } from './unstorable-text.ts';
import { unknownKeys } from './unknown-keys.ts';

export type FileRead<T> =
  { ok: true; value: T; placeOf: JsonText['placeOf'] } | { ok: false; problems: FileProblem[] };

const LONGEST = 60;

/** Reads the text of a JSON file by a schema: the value, or everything that is wrong with it. */
export function readFile<T extends z.ZodType>(text: string, schema: T): FileRead<z.output<T>> {
  const json = readJson(text);
  return 'message' in json ? { ok: false, problems: [json] } : readValue(json, schema);
}

/** The same for a text that was read as JSON before, to see which schema it wants. */
export function readValue<T extends z.ZodType>(json: JsonText, schema: T): FileRead<z.output<T>> {
  const { value, placeOf } = json;
  const parsed = schema.safeParse(value);
  const issues = (parsed.error?.issues ?? []) as (InputIssue & { keys?: string[] })[];
  const unknown = parsed.success ? unknownKeys(value, parsed.data) : issues.flatMap(keysOf);
  const problems = [
    ...issues
      .filter(({ code }) => code !== 'unrecognized_keys')
      .map((issue) => problemOf(json, issuePath(issue), issue)),
    ...unknown.map((path) => ({ ...problemAt(json, path), ...notKnown(path) })),
    ...unstorableTexts(value).map(({ path, ...wrong }) => {
      const { value: _shown, ...place } = problemAt(json, path);
      return { ...place, ...wrong };
    }),
    ...json.twice.map((path) => ({ ...problemAt(json, path), ...written(path) })),
  ];
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data, placeOf };
  return { ok: false, problems };
}

function keysOf(issue: InputIssue & { keys?: string[] }): PropertyKey[][] {
  if (issue.code !== 'unrecognized_keys') return [];
  return (issue.keys ?? []).map((key) => [...issuePath(issue), key]);
}

function problemOf(json: JsonText, path: PropertyKey[], issue: InputIssue): FileProblem {
  const value = valueAt(json.value, path);
  const { value: shown, ...place } = problemAt(json, path);
  const message = issueWords(issue, value);
  const isSaid = shown === undefined || message.includes(String(value));
  return {
    ...place,
    ...(isSaid ? {} : { value: shown }),
    message,
    ...(value === undefined ? { remedy: 'Add it.' } : {}),
  };
}

function problemAt({ value, placeOf }: JsonText, path: PropertyKey[]) {
  const text = JSON.stringify(valueAt(value, path));
  const shown = text && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return {
    path: pathText(path),
    ...placeOf(path),
    ...(shown === undefined ? {} : { value: shown }),
  };
}

function notKnown(path: PropertyKey[]) {
  const message = `“${String(path.at(-1))}” is not known here.`;
  return { message, remedy: 'Leave it out, or correct its name.' };
}

function written(path: PropertyKey[]) {
  const message = `“${String(path.at(-1))}” is written twice.`;
  return { message, remedy: 'Keep one of them.' };
}
