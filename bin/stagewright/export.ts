import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import type { Command } from './command.ts';
import { wholeNumber, withDatabase } from './with-database.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes the draft of a process, or a version of it, as one JSON file.',
  argument: 'PROCESS',
  options: {
    version: { type: 'string', value: 'N', help: 'that published version instead of the draft' },
    out: { type: 'string', value: 'FILE', help: 'writes there instead of to the output' },
  },
  help: [
    'PROCESS is its key. Reads the database at DATABASE_URL, or that of a running "npm start".',
    '',
    'Example: npx stagewright export PV-01 --version 3 --out pv-01.json',
  ].join('\n'),
  async run({ argument: key, options }, terminal) {
    const version = wholeNumber('version', options['version']);
    const { file, what } = await withDatabase(async (database) => {
      const { exportProcess } = await import('#api/exchange/export-process.ts');
      return exportProcess(database, { key, version });
    });
    const text = JSON.stringify(file, null, 2);
    if (options['out'] === undefined) terminal.out(text);
    else write(String(options['out']), `${text}\n`);
    terminal.note(`${key}: ${what}.`);
    return 0;
  },
};

function write(file: string, text: string): void {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    const reason = `--out is "${file}", which cannot be written: ${reasonOf(error)}.`;
    throw new SetupProblem(`${reason} Name a file in a folder that is there.`);
  }
}
