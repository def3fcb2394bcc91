import { repository } from '../repository.ts';
import { SetupProblem } from '../setup-problem.ts';
import { RunFailure, runQuietly } from './run-quietly.ts';

const SHOWN_LINES = 40;

/** Runs Node in the repository to its end; answers what it printed on stdout. When that fails, `what` "failed", with the end of what it printed. */
export async function runNode(
  what: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  try {
    return await runQuietly(process.execPath, args, { cwd: repository, env });
  } catch (error) {
    const printed = error instanceof RunFailure ? error.printed : String(error);
    const end = printed.split('\n').slice(-SHOWN_LINES).join('\n');
    throw new SetupProblem(`${what} failed:\n${end}`);
  }
}
