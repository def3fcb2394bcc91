import type { Command, CommandOption } from './command.ts';

const program = 'npx stagewright';
const helpOption = ['  --help', 'shows this'] as const;

/** All commands, a line each. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map((command) => [`  ${command.name}`, command.summary] as const);
  return [
    `${program} COMMAND: processes as code.`,
    '',
    ...table(rows),
    '',
    `"${program} COMMAND --help" says more; docs/process-as-code.md shows how to write the files.`,
  ].join('\n');
}

/** How one command is called. */
export function usage(command: Command): string {
  const { name, argument, options, help, summary } = command;
  const parts = Object.entries(options).map(([option, about]) => {
    const text = flag(option, about);
    return about.required ? text : `[${text}]`;
  });
  const line = [program, name, argument, ...parts].filter(Boolean).join(' ');
  const rows = Object.entries(options).map(
    ([option, about]) => [`  ${flag(option, about)}`, about.help] as const,
  );
  return [line, `  ${summary}`, '', ...table([...rows, helpOption]), '', help].join('\n');
}

export function hint({ name }: Command): string {
  return `"${program} ${name} --help" shows how it is called.`;
}

function flag(option: string, { value }: CommandOption): string {
  return value ? `--${option} ${value}` : `--${option}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}
