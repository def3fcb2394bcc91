import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { repository } from '../repository.ts';
import { run } from './testing/run.ts';

const sample = join(repository, 'prisma', 'samples', 'quick-quote.json');
const folder = temporaryFolder('validate');
afterAll(() => removeFolder(folder));

interface Drawn {
  name: string;
  stages: { deadline?: object; steps: Record<string, unknown>[]; exits: { to: string }[] }[];
}

/** The sample with something changed, as a process file or alone, in a file of two-space JSON. */
function changed(change: (drawing: Drawn) => void, whole = true): string {
  const drawing = JSON.parse(readFileSync(sample, 'utf8')) as Drawn;
  change(drawing);
  const content = whole ? { format: 1, key: 'QQ-01', name: drawing.name, drawing } : drawing;
  const file = join(folder, 'process.json');
  writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}

describe('validate', () => {
  it('finds nothing in a sample, as a drawing or as a process file', async () => {
    expect(await run('validate', sample)).toMatchObject({ code: 0, out: [] });
    expect(
      await run(
        'validate',
        changed(() => undefined),
      ),
    ).toMatchObject({ code: 0, out: [] });
  });

  it('tells all problems at once: place, path, code, element, message and remedy', async () => {
    const file = changed(({ stages }) => {
      stages[0]!.exits[0]!.to = 'nowhere';
      delete stages[1]!.steps[0]!['playbook'];
    });
    const { code, out, notes } = await run('validate', file);
    expect(code).toBe(1);
    const text = out.join('\n');
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((l) => l.includes('nowhere')) + 1;
    expect(text).toContain(
      `${file}:${line}:19  error  unknown-target  drawing.stages[0].exits[0].to  [exit next]\n`,
    );
    expect(text).toMatch(/unknown-target.*\n {2}.+\n {2}Remedy: Choose another target\./);
    expect(text).toMatch(
      /warning {2}task-without-playbook {2}drawing\.stages\[1\]\.steps\[0\]\.playbook {2}\[step call\]/,
    );
    expect(notes).toMatch(/: \d errors?, 1 warning\.$/);
  });

  it('refuses a mail that names what does not exist, with line, column and the names to write', async () => {
    const file = join(repository, 'test', 'cases', 'mail-with-an-unknown-name.process.json');
    const { code, out } = await run('validate', file);
    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(
      /error {2}unknown-variable {2}drawing\.stages\[0\]\.steps\[0\]\.body/,
    );
    expect(out.join('\n')).toContain(
      'shows “name”, which does not exist (line 1, column 9). Write “contact.name” or “owner.name”.',
    );
  });

  it('ends well when there are warnings only, and prints lines of JSON when asked to', async () => {
    const file = changed(({ stages }) => delete stages[1]!.deadline, false);
    const { code, out } = await run('validate', file, '--json');
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line) as object)).toMatchObject([
      {
        severity: 'warning',
        code: 'stage-without-deadline',
        path: 'stages[1].deadline',
        element: 'stage close',
        remedy: expect.stringMatching(/^Set a deadline\./),
      },
    ]);
  });

  it('refuses a process whose deals start one another without end', async () => {
    const file = join(repository, 'test', 'cases', 'starts-itself.process.json');
    const { code, out } = await run('validate', file, '--json');
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'process-circle', element: 'step p' }),
    );
  });

  it('refuses what it does not know, and a name that is not the drawing’s', async () => {
    const unknown = await run(
      'validate',
      changed(({ stages }) => (stages[0]!.steps[0]!['colour'] = 'red')),
    );
    expect(unknown.code).toBe(1);
    expect(unknown.notes).toMatch(
      /error {2}drawing\.stages\[0\]\.steps\[0\]\.colour\n {2}“colour” is not known here\. The value is "red"\./,
    );
    const file = changed(() => undefined);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "Quick', '"name": "Slow'));
    expect((await run('validate', file)).notes).toContain('The drawing is called “Quick quote”.');
  });

  it('says where a file is no JSON, and that a file is not there', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{\n  "format": 1,,\n}');
    expect((await run('validate', file)).notes).toContain(
      `${file}:2:15  error\n  This is not JSON`,
    );
    expect(await run('validate', 'not-there.json')).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/^not-there\.json: there is no such file \(\/.*\)\. Check/),
    });
  });
});
