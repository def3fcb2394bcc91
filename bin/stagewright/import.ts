import type { Imported } from '#api/exchange/import-process.ts';
import { processFileSchema } from '#core/drawing/process-file.ts';
import { readFile } from '#core/file/read-file.ts';
import type { Command } from './command.ts';
import { countText, fileProblemText, toldProblem, toldProblemText } from './problem-text.ts';
import { readText } from './read-text.ts';
import { wholeNumber, withDatabase } from './with-database.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Makes a process from a file, or replaces its draft. Never publishes.',
  argument: 'FILE',
  options: {
    revision: { type: 'string', value: 'N', help: 'only if the draft is at this revision' },
  },
  help: [
    'FILE is a process file, as "export" writes it. The draft gets the next revision; deals and versions',
    'stay as they are until somebody publishes in the designer. Without --revision whatever the draft',
    'says now is replaced. A step that starts with its stage and waits for another in the live version is',
    'told as a warning; if it mails, calls or starts a process, whoever publishes must confirm it.',
    'Writes to the database at DATABASE_URL, or that of a running "npm start".',
    '',
    'Example: npx stagewright import pv-01.json --revision 7',
  ].join('\n'),
  async run({ argument: file, options }, terminal) {
    const revision = wholeNumber('revision', options['revision']);
    const read = readFile(readText(file), processFileSchema);
    if (!read.ok) {
      for (const problem of read.problems) terminal.note(fileProblemText(file, problem));
      return 1;
    }
    const process = read.value;
    const imported = await withDatabase(async (database) => {
      const { importProcess } = await import('#api/exchange/import-process.ts');
      return importProcess(database, process, { revision, now: new Date() });
    });
    const place = { at: ['drawing'], placeOf: read.placeOf };
    const told = imported.problems.map((each) => toldProblem(process.drawing, each, place));
    for (const problem of told) terminal.note(toldProblemText(file, problem));
    terminal.out(`${process.key}: ${doneText(imported)} ${publishText(told, imported)}`);
    return 0;
  },
};

function doneText({ did, revision }: Imported): string {
  if (did === 'made') return `the process was made, its draft is at revision ${revision}.`;
  if (did === 'replaced') return `the draft was replaced and is at revision ${revision}.`;
  return `the draft at revision ${revision} says the same already.`;
}

function publishText(problems: Parameters<typeof countText>[0], { confirm }: Imported): string {
  if (problems.some(({ severity }) => severity === 'error'))
    return `Nothing is published: ${countText(problems)} stand before that.`;
  const confirmed =
    confirm.length === 0
      ? ''
      : `, and confirm there what starts earlier now: ${confirm.join(', ')}`;
  return `Nothing is published: publish it in the designer${confirmed}.`;
}
