import { canonicalJson } from '../compiling/canonical-json.ts';
import type { CodeEntry } from '../problems/codes/code-entry.ts';
import { codeGroups, type ProblemCode } from '../problems/problem-codes.ts';
import { validate } from '../validate.ts';
import { fullDrawing } from './full-drawing.ts';
import { problemExample } from './problem-examples.ts';
import { sampleDirectory } from './sample-directory.ts';

/** The page of all problems that publishing can meet, each with an example that the tests hold to be one. */
export function problemPage(): string {
  return (
    [
      '# What publishing refuses, and what it warns of',
      'Written by `node --import tsx test/pages/write-publish-problems.ts` from `core/definition/codes` and the examples that the tests use; do not edit it by hand.',
      'An **error** keeps a drawing from being published, a **warning** does not. Each example is a drawing that has everything and no problem (`core/definition/testing/full-drawing.ts`) with the change in the box; the quoted sentence is then all that is found. `E…` are the rules of [the engine](semantics.md).',
      ...Object.entries(codeGroups).flatMap(([title, codes]) => [
        `## ${title}`,
        ...Object.entries(codes).map(([code, entry]) => section(code as ProblemCode, entry)),
      ]),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function section(code: ProblemCode, { severity, meaning, remedy }: CodeEntry): string {
  const { drawing, directory } = problemExample(code);
  const changes = [
    ...changesOf(fullDrawing(), drawing, ''),
    ...changesOf(sampleDirectory(), directory, 'organisation'),
  ];
  const [problem] = validate(drawing, directory);
  const fix = problem?.fix ? ` Offered: ${problem.fix.label}.` : '';
  return [
    `### \`${code}\` (${severity})`,
    `${meaning} ${remedy}`,
    `> ${problem?.message}${fix}`,
    `\`\`\`text\n${shortened(changes).join('\n')}\n\`\`\``,
  ].join('\n\n');
}

/** Lines of an example. */
const most = 4;

function shortened(changes: string[]): string[] {
  if (changes.length <= most) return changes;
  return [...changes.slice(0, most - 1), `… and ${changes.length - most + 1} more`];
}

/** What differs, a line each: where it stands, with ids in place of indices, and what is there now. */
function changesOf(before: unknown, after: unknown, at: string): string[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  if (!isOpen(before) || !isOpen(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [line(at, after)];
  }
  const old = keyed(before);
  const now = keyed(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    changesOf(old.get(key), now.get(key), at ? `${at}.${key}` : key),
  );
}

function line(at: string, value: unknown): string {
  if (value === undefined) return `${at}: removed`;
  const text = JSON.stringify(value);
  return `${at}: ${text.length > 160 ? `${text.slice(0, 160)}…` : text}`;
}

function isOpen(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Elements of a list by their id; of lists without ids by place. Same ids stay apart. */
function keyed(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const entries = new Map<string, unknown>();
  value.forEach((item: unknown, index) => {
    const name = isOpen(item) ? ('id' in item ? item.id : 'key' in item ? item.key : index) : index;
    entries.set(entries.has(String(name)) ? `${String(name)} again` : String(name), item);
  });
  return entries;
}
