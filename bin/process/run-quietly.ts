import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program to its end and answers what it printed; throws half a sentence that says why it failed. */
export async function runQuietly(command: string, args: readonly string[], timeoutMs: number): Promise<string> {
  try {
    const { stdout } = await run(command, [...args], { timeout: timeoutMs, maxBuffer: 16 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    throw new Error(explain(command, error as ExecError, timeoutMs), { cause: error });
  }
}

interface ExecError extends Error {
  readonly code?: string | number;
  readonly killed?: boolean;
  readonly stderr?: string;
}

function explain(command: string, error: ExecError, timeoutMs: number): string {
  if (error.code === 'ENOENT') return `${command} is not installed`;
  if (error.killed) return `${command} took longer than ${timeoutMs / 1000} s`;
  const last = error.stderr?.trim().split('\n').at(-1);
  return last || `${command} ended with ${error.code ?? error.message}`;
}
