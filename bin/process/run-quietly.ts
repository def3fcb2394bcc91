import { execFile, type ChildProcess } from 'node:child_process';

export interface RunOptions {
  readonly timeoutMs?: number;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** Carries what the program printed, for whoever wants to show it. */
export class RunFailure extends Error {
  override name = 'RunFailure';
  readonly printed: string;

  constructor(message: string, printed: string, cause: Error) {
    super(message, { cause });
    this.printed = printed;
  }
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program to its end and answers what it printed on stdout; throws a RunFailure that says in half a
 * sentence why it failed. Ends with us, should we end first.
 */
export function runQuietly(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { timeoutMs = 600_000, ...rest } = options;
  return new Promise((settle, fail) => {
    const limits = { timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(command, [...args], { ...limits, ...rest }, (error, stdout, stderr) => {
      running.delete(child);
      if (!error) return settle(stdout);
      const reason = explain(command, error, stderr, timeoutMs);
      fail(new RunFailure(reason, `${stdout}\n${stderr}`.trim(), error));
    });
    running.add(child);
  });
}

function explain(
  command: string,
  error: Error & { code?: string | number | null | undefined; killed?: boolean },
  stderr: string,
  timeoutMs: number,
): string {
  if (error.code === 'ENOENT') return `${command} is not installed`;
  if (error.killed) return `${command} took longer than ${timeoutMs / 1000} s`;
  return stderr.trim().split('\n').at(-1) || `${command} ended with ${error.code ?? error.message}`;
}
