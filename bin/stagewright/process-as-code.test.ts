import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { actKinds } from '#core/simulation/act-kinds.ts';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { repository } from '../repository.ts';
import { commands } from './run-command.ts';
import { run } from './testing/run.ts';

const page = readFileSync(join(repository, 'docs', 'process-as-code.md'), 'utf8');
const folder = temporaryFolder('page');
afterAll(() => removeFolder(folder));

/** The example of this name, as a file. */
function example(name: string): string {
  const start = `\`\`\`json ${name}\n`;
  const [, after] = page.split(start);
  if (after === undefined) throw new Error(`The page has no example ${name}.`);
  const file = join(folder, name);
  writeFileSync(file, after.slice(0, after.indexOf('\n```')));
  return file;
}

describe('the page on process as code', () => {
  it('shows a process that can be published, without even a warning', async () => {
    const { code, out } = await run('validate', example('small.process.json'));
    expect([code, out]).toEqual([0, []]);
  });

  it('shows a scenario that goes as it says', async () => {
    const scenario = ['--scenario', example('small.scenario.json')];
    const { notes } = await run('simulate', example('small.process.json'), ...scenario);
    expect(notes).toMatch(/all as expected\. The deal is won\.$/);
  });

  it('shows a calendar that can be counted on', async () => {
    const times = ['--start', '2026-10-02T12:30', '--target', '2bh'];
    const { out } = await run('due', '--calendar', example('small.calendar.json'), ...times);
    expect(out[1]).toBe('2026-10-05T09:30:00+02:00[Europe/Berlin]');
  });

  it('names every command and every act', () => {
    for (const { name } of commands) expect(page).toContain(`\`npx stagewright ${name} `);
    for (const act of Object.keys(actKinds))
      expect(page).toMatch(new RegExp(`^\\| .*\`${act}\``, 'm'));
  });
});
