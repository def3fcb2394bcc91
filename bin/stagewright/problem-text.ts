import { problemCodes } from '#core/definition/problems/problem-codes.ts';
import { problemPath } from '#core/definition/problems/problem-path.ts';
import type { Problem } from '#core/definition/problems/problem.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { pathText, type FileProblem } from '#core/file/file-problem.ts';

/** What keeps a file from being read, as lines: place, path, value, message, remedy. */
export function fileProblemText(file: string, problem: FileProblem): string {
  const { path, line, column, value, message, remedy } = problem;
  const shown = value === undefined ? '' : ` The value is ${value}.`;
  return [
    `${file}:${line}:${column}  error${path === '' ? '' : `  ${path}`}`,
    `  ${message}${shown}`,
    ...(remedy ? [`  Remedy: ${remedy}`] : []),
  ].join('\n');
}

export type PlaceOf = (path: readonly PropertyKey[]) => { line: number; column: number };

/** A problem of a drawing as the command line tells it. */
export interface ToldProblem {
  severity: Problem['severity'];
  code: Problem['code'];
  /** Where in the file. */
  path: string;
  line: number;
  column: number;
  /** Such as `step price`; `process` for the process itself. */
  element: string;
  message: string;
  remedy: string;
}

/** @param at path of the drawing in its file */
export function toldProblem(
  drawing: Drawing,
  problem: Problem,
  { at, placeOf }: { at: readonly PropertyKey[]; placeOf: PlaceOf },
): ToldProblem {
  const { severity, code, elementKind, elementId, message, fix } = problem;
  const path = [...at, ...problemPath(drawing, problem)];
  const { remedy } = problemCodes[code];
  return {
    severity,
    code,
    path: pathText(path),
    ...placeOf(path),
    element: `${elementKind} ${elementId}`.trim(),
    message,
    remedy: fix ? `${remedy} (${fix.label}.)` : remedy,
  };
}

export function toldProblemText(file: string, problem: ToldProblem): string {
  const { line, column, severity, code, path, element, message, remedy } = problem;
  return [
    `${file}:${line}:${column}  ${severity}  ${code}  ${path || '(the drawing)'}  [${element}]`,
    `  ${message}`,
    `  Remedy: ${remedy}`,
  ].join('\n');
}

/** `2 errors, 1 warning`. */
export function countText(problems: readonly { severity: Problem['severity'] }[]): string {
  const count = (severity: Problem['severity']) => {
    const n = problems.filter((each) => each.severity === severity).length;
    return `${n} ${severity}${n === 1 ? '' : 's'}`;
  };
  return `${count('error')}, ${count('warning')}`;
}
