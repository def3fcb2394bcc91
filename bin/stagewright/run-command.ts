import { parseArgs } from 'node:util';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import type { Command, ExitCode, Input, Terminal } from './command.ts';
import { due } from './due.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { simulateCommand } from './simulate.ts';
import { hint, overview, usage } from './usage.ts';
import { validateCommand } from './validate.ts';

export const commands: readonly Command[] = [
  validateCommand,
  simulateCommand,
  due,
  exportCommand,
  importCommand,
];

/** Runs what was written behind `npx stagewright`. Never throws for what a person can put right. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = commands.find((each) => each.name === name);
  if (!command) return withoutCommand(name, terminal);
  if (rest.includes('--help')) {
    terminal.out(usage(command));
    return 0;
  }
  const input = inputOf(command, rest);
  if (typeof input === 'string') {
    terminal.note(`${input} ${hint(command)}`);
    return 2;
  }
  try {
    return await command.run(input, terminal);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    terminal.note(reasonOf(error));
    return 1;
  }
}

function withoutCommand(name: string | undefined, terminal: Terminal): ExitCode {
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.out(overview(commands));
    return 0;
  }
  terminal.note(`There is no command "${name}".\n\n${overview(commands)}`);
  return 2;
}

/** What a command is given, or a sentence that says what is wrong with it. */
function inputOf(command: Command, args: string[]): Input | string {
  const types = Object.entries(command.options).map(
    ([name, { type }]) => [name, { type }] as const,
  );
  let parsed;
  try {
    const options = Object.fromEntries(types);
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    return `${reasonOf(error).split('. ')[0]}.`.replace('..', '.');
  }
  const { positionals, values } = parsed;
  const missing = Object.entries(command.options).find(
    ([name, { required }]) => required && values[name] === undefined,
  );
  if (missing) return `--${missing[0]} is missing.`;
  if (command.argument && positionals.length === 0) return `${command.argument} is missing.`;
  const extra = positionals[command.argument ? 1 : 0];
  if (extra !== undefined) return `"${extra}" is one thing too many.`;
  return { argument: positionals[0] ?? '', options: values as Input['options'] };
}

/** A refusal of the product's own, told in a sentence. */
function isForPeople(error: unknown): boolean {
  return error instanceof SetupProblem || (error instanceof Error && error.name === 'AppError');
}
