import { join } from 'node:path';
import { RunFailure, runQuietly } from '../process/run-quietly.ts';
import { repository } from '../repository.ts';

export interface Check {
  readonly name: string;
  readonly title: string;
  readonly tool: string;
  readonly args: readonly string[];
}

/** What is checked without running the product: the same for `npm run check` and the beginning of `npm test`. */
export const checks: readonly Check[] = [
  { name: 'types', title: 'Types', tool: 'tsc', args: ['-p', '.'] },
  { name: 'designer-types', title: 'Types of the designer', tool: 'tsc', args: ['-p', 'designer'] },
  { name: 'lint', title: 'Lint', tool: 'oxlint', args: ['--type-aware'] },
  {
    name: 'format',
    title: 'Format',
    tool: 'prettier',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'dead-code', title: 'Dead code', tool: 'knip', args: ['--no-progress'] },
];

/** Runs one check; throws with what the tool printed when it finds something. */
export async function runCheck({ title, tool, args }: Check): Promise<undefined> {
  const program = join(repository, 'node_modules', '.bin', tool);
  try {
    await runQuietly(program, args, { cwd: repository });
  } catch (error) {
    const printed = error instanceof RunFailure ? error.printed : String(error);
    throw new Error(`${title} (${tool} ${args.join(' ')}):\n${printed}`, { cause: error });
  }
}
