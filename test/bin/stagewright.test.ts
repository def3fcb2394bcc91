import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgresFolder } from '#bin/postgres/reachable-folder.ts';
import { stopAllProcesses } from '#bin/process/managed-process.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import { repository } from '#bin/repository.ts';
import { migrateDatabase, provideDatabase } from '#bin/start/servers.ts';
import { run } from '#bin/stagewright/testing/run.ts';
import { createSupervisor } from '#bin/start/supervisor.ts';
import { openStateFolder } from '#bin/state-folder.ts';
import type { ProcessFile } from '#core/drawing/process-file.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const sample = join(repository, 'prisma', 'samples', 'quick-quote.json');
const drawing = JSON.parse(readFileSync(sample, 'utf8')) as ProcessFile['drawing'];
const quote: ProcessFile = { format: 1, key: 'QQ-07', name: drawing.name, drawing };

// Another folder, with a configuration for TypeScript that would break us.
const folder = temporaryFolder('command');
writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": ');
writeFileSync(join(folder, 'qq.json'), JSON.stringify(quote));

interface Ended {
  code: number | null;
  out: string;
  notes: string;
}

/** The real command, called from another folder. */
async function call(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const none = { STAGEWRIGHT_HOME: join(folder, 'none'), DATABASE_URL: '' };
  const child = spawn(program, args, { cwd: folder, env: { PATH, HOME, ...none, ...env } });
  const [out, notes] = [child.stdout, child.stderr].map((stream) => {
    const chunks: string[] = [];
    stream.on('data', (chunk) => chunks.push(String(chunk)));
    return chunks;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out!.join(''), notes: notes!.join('') };
}

const stagewright = (args: string[], env: Record<string, string> = {}) =>
  call(process.execPath, [join(repository, 'bin', 'stagewright.mjs'), ...args], env);

/** What the command does once it is loaded, which takes seconds each time: the same words, from this process. */
async function loaded(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const settings = { STAGEWRIGHT_HOME: join(folder, 'none'), DATABASE_URL: '', ...env };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { code, out, notes } = await run(...args);
  const whole = (text: string) => (text === '' ? '' : `${text}\n`);
  return { code, out: whole(out.join('\n')), notes: whole(notes) };
}

const home = process.cwd();
beforeAll(() => process.chdir(folder));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => {
  process.chdir(home);
  removeFolder(folder);
});

describe('the command stagewright', () => {
  it('runs by npx from another folder, on files seen from there', async () => {
    const cache = join(folder, 'npm');
    mkdirSync(cache);
    const args = ['--prefix', repository, 'stagewright', 'validate', 'qq.json'];
    const env = { npm_config_cache: cache, npm_config_offline: 'true' };
    const { code, notes } = await call('npx', args, env);
    expect(notes).toContain('qq.json: 0 errors, 0 warnings.');
    expect(code).toBe(0);
  });

  it('plays a scenario: facts to the output, the verdict to the error output and the exit code', async () => {
    const scenario = {
      format: 1,
      start: { at: '2026-09-07T09:00:00+02:00' },
      expect: ['RunClosed'],
    };
    writeFileSync(join(folder, 'scenario.json'), JSON.stringify(scenario));
    const ended = await stagewright(['simulate', 'qq.json', '--scenario', 'scenario.json']);
    expect(ended.code).toBe(1);
    const facts = ended.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(facts[0]).toMatchObject({ at: '2026-09-07T07:00:00.000Z', type: 'RunStarted' });
    expect(ended.notes).toContain('  + "RunClosed"');
  });
});

describe('export and import', () => {
  let database: TestDatabase;
  let env: { DATABASE_URL: string };
  beforeAll(async () => {
    database = await createTestDatabase();
    env = { DATABASE_URL: database.url };
  });
  afterAll(() => database.drop());

  const draft = async () => {
    const [row] = await database.query<{ revision: number; name: string }>(
      `SELECT draft_revision AS revision, name FROM process WHERE key = 'QQ-07'`,
    );
    return row;
  };

  function file(change: (content: ProcessFile) => void): string {
    const content = structuredClone(quote);
    change(content);
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(content));
    return 'changed.json';
  }

  it('make a process, publish nothing, and say what stands before publishing', async () => {
    const made = await stagewright(['import', 'qq.json'], env);
    expect(made.code).toBe(0);
    expect(made.out).toMatch(
      /^QQ-07: the process was made, its draft is at revision 1\. Nothing is published: \d errors?, /,
    );
    expect(made.notes).toMatch(/qq\.json:1:\d+ {2}error {2}unknown-calendar {2}drawing\.calendar/);
    expect(await database.query('SELECT id FROM process_version')).toEqual([]);
    const audit = `SELECT action, subject_id AS key, result FROM audit_entry`;
    expect(await database.query(audit)).toEqual([
      { action: 'processes.import', key: 'QQ-07', result: 'ok' },
    ]);
  });

  it('lead in a circle: what is exported says what was imported, and changes nothing again', async () => {
    const { code, notes } = await stagewright(['export', 'QQ-07', '--out', 'out.json'], env);
    expect([code, notes]).toEqual([0, 'QQ-07: draft, revision 1.\n']);
    const exported = readFileSync(join(folder, 'out.json'), 'utf8');
    expect(Object.keys(JSON.parse(exported) as object)).toEqual([
      'format',
      'key',
      'name',
      'drawing',
    ]);
    const again = await loaded(['import', 'out.json'], env);
    expect(again.out).toContain('the draft at revision 1 says the same already.');
    expect((await loaded(['export', 'QQ-07'], env)).out).toBe(exported);
    expect((await loaded(['validate', 'out.json'])).code).toBe(0);
  });

  it('export a version as it was published, whatever the draft says now', async () => {
    await database.query(
      `INSERT INTO process_version (id, process_key, number, checksum, drawing, definition)
       SELECT 'v1', key, 1, 'x', draft, '{}' FROM process`,
    );
    const renamed = file((content) => (content.name = content.drawing.name = 'Newer'));
    expect((await loaded(['import', renamed], env)).out).toContain('is at revision 2.');
    const { out, notes } = await loaded(['export', 'QQ-07', '--version', '1'], env);
    expect((JSON.parse(out) as ProcessFile).name).toBe(drawing.name);
    expect(notes).toBe('QQ-07: version 1.\n');
  });

  it('replace the draft under its revision, and refuse when it is at another', async () => {
    const renamed = file((content) => (content.name = content.drawing.name = 'Quotes'));
    const first = await loaded(['import', renamed, '--revision', '2'], env);
    expect(first.out).toContain('the draft was replaced and is at revision 3.');
    expect(await draft()).toEqual({ revision: 3, name: 'Quotes' });

    const other = file((content) => (content.name = content.drawing.name = 'Other'));
    const stale = await loaded(['import', other, '--revision', '1'], env);
    expect(stale.code).toBe(1);
    expect(stale.notes).toBe(
      'draft-changed: The draft is at revision 3, not 1. Somebody saved it last. Look at it, then repeat with its revision.\n',
    );
    expect(await draft()).toEqual({ revision: 3, name: 'Quotes' });
  });

  it('refuse a file that is not one process of this format, and write nothing', async () => {
    const wrong = file((content) => Object.assign(content, { format: 2, steps: [] }));
    const { code, notes } = await loaded(['import', wrong], env);
    expect(code).toBe(1);
    expect(notes).toContain('error  format\n  Must be 1. The value is 2.');
    expect(notes).toContain('error  steps\n  “steps” is not known here.');
    expect(await draft()).toEqual({ revision: 3, name: 'Quotes' });
  });

  it('name what does not exist, and a revision that cannot be', async () => {
    const absent = await loaded(['export', 'NO-1'], env);
    const choose = 'not-found: There is no process NO-1. Choose one of QQ-07.\n';
    expect([absent.code, absent.notes]).toEqual([1, choose]);
    const version = await loaded(['export', 'QQ-07', '--version', '9'], env);
    expect(version.notes).toBe('not-found: There is no version 9 of QQ-07. Choose one of 1.\n');
    const neither = await loaded(['export', 'NO-1', '--version', '9'], env);
    expect(neither.notes).toBe(choose);
    const nowhere = join(folder, 'none', 'qq.json');
    const out = await loaded(['export', 'QQ-07', '--out', nowhere], env);
    expect([out.code, out.notes]).toEqual([
      1,
      expect.stringMatching(/^--out is .*ENOENT.* Name a/),
    ]);
    const never = file((content) => (content.key = 'QQ-08'));
    const { notes } = await loaded(['import', never, '--revision', '1'], env);
    expect(notes).toBe('not-found: There is no process QQ-08.\n');
    expect(await database.query(`SELECT key FROM process`)).toEqual([{ key: 'QQ-07' }]);
  });

  it('say what to start or to set when there is no database, or none of ours', async () => {
    const none = await loaded(['import', 'qq.json']);
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.notes).toMatch(
      /^No database is running on the data in .*: start Stagewright with "npm start"/,
    );
    const url = new URL(database.url);
    url.port = '1';
    const away = await loaded(['export', 'QQ-07'], { DATABASE_URL: url.href });
    expect(away.notes).toMatch(
      /^The database test_\w+ at .*:1 cannot be reached \(.*ECONNREFUSED.*\): start it/,
    );
    url.port = new URL(database.url).port;
    url.pathname = '/postgres';
    const foreign = await loaded(['export', 'QQ-07'], { DATABASE_URL: url.href });
    expect(foreign.notes).toMatch(
      /^The database postgres at .* has no tables yet: run "npm start"/,
    );
  });
});

describe('export and import beside npm start', () => {
  const state = temporaryFolder('beside');
  afterAll(async () => {
    await stopAllProcesses(['postgres']);
    removeFolder(postgresFolder(join(state, 'postgres')));
    removeFolder(state);
  });

  it('find the database that it runs, and no other once it has ended', async () => {
    const env = { STAGEWRIGHT_HOME: state };
    const supervisor = createSupervisor({ say: () => {}, logs: state });
    await migrateDatabase(await provideDatabase(undefined, openStateFolder(state), supervisor));
    expect((await stagewright(['import', 'qq.json'], env)).out).toContain('the process was made');
    expect((await stagewright(['export', 'QQ-07'], env)).code).toBe(0);
    await stopAllProcesses(['postgres']);
    expect((await stagewright(['export', 'QQ-07'], env)).notes).toContain('No database is running');
  });
});
