import type { Drawing } from '../../drawing/drawing.ts';
import type { Directory } from '../directory/directory.ts';
import type { ProblemCode } from '../problems/problem-codes.ts';
import { fieldsExamples } from './examples/fields.ts';
import { linksExamples } from './examples/links.ts';
import { peopleExamples } from './examples/people.ts';
import { processExamples } from './examples/process.ts';
import { stagesExamples } from './examples/stages.ts';
import { stepsExamples } from './examples/steps.ts';
import { timesExamples } from './examples/times.ts';
import type { Breakage } from './examples/example.ts';
import { fullDrawing } from './full-drawing.ts';
import { sampleDirectory } from './sample-directory.ts';

const breakages: Record<ProblemCode, Breakage> = {
  ...processExamples,
  ...stagesExamples,
  ...timesExamples,
  ...linksExamples,
  ...stepsExamples,
  ...peopleExamples,
  ...fieldsExamples,
};

/** A drawing and an organisation in which exactly the problem of this code appears. */
export function problemExample(code: ProblemCode): { drawing: Drawing; directory: Directory } {
  const drawing = fullDrawing();
  const directory = sampleDirectory();
  breakages[code](drawing, directory);
  return { drawing, directory };
}
