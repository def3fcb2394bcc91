import type { Command } from './command.ts';
import { countText, toldProblemText } from './problem-text.ts';
import { readProcess } from './read-process.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Tells everything that keeps a process from being published.',
  argument: 'FILE',
  options: { json: { type: 'boolean', help: 'prints each problem as a line of JSON' } },
  help: [
    'FILE is a process file or a drawing. Departments, people and calendars are the organisation’s:',
    '"import" and the designer check them. Exit code 1 when there are errors.',
    '',
    'Example: npx stagewright validate prisma/samples/photovoltaics.json',
  ].join('\n'),
  async run({ argument: file, options }, terminal) {
    const process = readProcess(file, terminal);
    if (!process) return 1;
    const { problems } = process;
    for (const problem of problems)
      terminal.out(options['json'] ? JSON.stringify(problem) : toldProblemText(file, problem));
    terminal.note(`${file}: ${countText(problems)}.`);
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
