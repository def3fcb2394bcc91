import { validateDrawing } from '#core/definition/validate.ts';
import { readDrawing, type ReadDrawing } from '#core/drawing/read-drawing.ts';
import type { Terminal } from './command.ts';
import { fileProblemText, toldProblem, type ToldProblem } from './problem-text.ts';
import { readText } from './read-text.ts';

export interface ProcessRead extends ReadDrawing {
  /** What the drawing has against being published, whatever the organisation looks like. */
  problems: ToldProblem[];
}

/** Reads and validates the file of a process; undefined when it cannot be read, which is said. */
export function readProcess(file: string, terminal: Terminal): ProcessRead | undefined {
  const read = readDrawing(readText(file));
  if (!read.ok) {
    for (const problem of read.problems) terminal.note(fileProblemText(file, problem));
    return undefined;
  }
  const { drawing, key, at } = read.value;
  const place = { at, placeOf: read.placeOf };
  const problems = validateDrawing(drawing, key).map((each) => toldProblem(drawing, each, place));
  return { ...read.value, problems };
}
