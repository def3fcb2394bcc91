import type { ParseArgsConfig } from 'node:util';

/** Where a command writes. */
export interface Terminal {
  /** What was asked for, for another program or a file to read. */
  out(text: string): void;
  /** What a person reads: problems, remarks. */
  note(text: string): void;
}

/** 0: all is well. 1: something was found, or could not be done. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** What was written behind the command. */
export interface Input {
  /** The one thing without a dash; '' when the command takes none. */
  argument: string;
  options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  name: string;
  /** What it does, in a line. */
  summary: string;
  /** What stands without a dash, such as FILE; absent when nothing may. */
  argument?: string;
  options: Readonly<Record<string, CommandOption>>;
  /** More than the summary says, and an example. */
  help: string;
  run(input: Input, terminal: Terminal): Promise<ExitCode>;
}

export interface CommandOption {
  type: NonNullable<ParseArgsConfig['options']>[string]['type'];
  /** What stands behind it, such as FILE. */
  value?: string;
  required?: true;
  help: string;
}
