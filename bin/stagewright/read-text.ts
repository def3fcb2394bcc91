import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, SetupProblem } from '../setup-problem.ts';

/** The text of a file, as it is named from the folder where the command was called. */
export function readText(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'there is no such file' : reasonOf(error);
    throw new SetupProblem(`${file}: ${why} (${resolve(file)}). Check the path.`);
  }
}
