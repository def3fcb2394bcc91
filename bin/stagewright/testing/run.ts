import { runCommand } from '../run-command.ts';

export interface Ran {
  code: number;
  /** Lines of the output. */
  out: string[];
  /** The error output as one text. */
  notes: string;
}

/** Runs a command in this very process and keeps what it says. */
export async function run(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal = {
    out: (text: string) => out.push(text),
    note: (text: string) => notes.push(text),
  };
  const code = await runCommand(args, terminal);
  return { code, out, notes: notes.join('\n') };
}
