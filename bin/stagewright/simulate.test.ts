import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { repository } from '../repository.ts';
import { run } from './testing/run.ts';

const samples = join(repository, 'prisma', 'samples');
const folder = temporaryFolder('simulate');
afterAll(() => removeFolder(folder));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const quote = join(samples, 'quick-quote.json');
const start = { at: '2026-09-07T09:00:00+02:00' };

async function simulated(scenario: object) {
  const path = file('scenario.json', { format: 1, start, ...scenario });
  return run('simulate', quote, '--scenario', path);
}

describe('the scenarios of the samples', () => {
  // Called after their process: photovoltaics.won.json plays on photovoltaics.json.
  it.each(readdirSync(join(samples, 'scenarios')))('%s goes as it says', async (name) => {
    const sample = join(samples, `${name.split('.')[0]}.json`);
    const { code, notes } = await run(
      'simulate',
      sample,
      '--scenario',
      join(samples, 'scenarios', name),
    );
    expect(notes).toContain('all as expected');
    expect(code).toBe(0);
  });
});

describe('simulate', () => {
  it('prints each fact as a line of JSON with its instant, and what the deal waits for', async () => {
    const { code, out, notes } = await simulated({});
    const facts = out.map((line) => JSON.parse(line) as { at: string; type: string });
    expect(facts.map(({ type }) => type)).toEqual(['RunStarted', 'StageEntered', 'TaskOpened']);
    expect(new Set(facts.map(({ at }) => at))).toEqual(new Set(['2026-09-07T07:00:00.000Z']));
    expect(code).toBe(0);
    expect(notes).toContain(
      'The deal is in stage quote and waits for:\n    task price (open): done',
    );
    expect(notes).toContain('exit next to close (auto, ');
  });

  it('shows where the facts differ: what is missing between what happened', async () => {
    const expected = ['StageEntered', { type: 'TaskOpened', step: 'call' }];
    const { code, notes } = await simulated({ expect: expected, final: { stage: 'close' } });
    expect(code).toBe(1);
    expect(notes).toContain('difference  expect\n  1 of 2 expected facts did not happen');
    expect(notes).toMatch(
      /\n {2}= .*"StageEntered".*\n {2}\+ \{"type":"TaskOpened","step":"call"\}\n {4}.*"TaskOpened".*"step":"price"/,
    );
    expect(notes).toContain('The stage is "quote", expected "close".');
  });

  it('names the act that cannot be played and what was possible, and ends there', async () => {
    const acts = [
      { act: 'complete', step: 'pirce' },
      { act: 'move', exit: 'lost' },
    ];
    const { code, out, notes } = await simulated({ acts });
    expect(code).toBe(1);
    expect(out).toHaveLength(3);
    expect(notes).toContain('mistake  acts[0].step');
    expect(notes).toContain(
      'Stage “quote”, where the deal is, has no step “pirce”. It has price, send, byHand.',
    );
    expect(notes).not.toContain('acts[1]');
  });

  it('names a refusal that was not expected, with all that is unmet', async () => {
    const { code, notes } = await simulated({ acts: [{ act: 'move', exit: 'next' }] });
    expect(code).toBe(1);
    expect(notes).toMatch(/mistake {2}acts\[0\]\n.*refused as “unmet”.*Unmet: .*criterion priced/);
    expect(notes).toContain('task price (open): done');
  });

  it('tells unknown fields, values and mails before anything is played', async () => {
    const { code, out, notes } = await simulated({
      mail: { sned: 'notSent' },
      acts: [{ act: 'complete', step: 'price', values: { pirce: 1, price: 'much', quote: 'x' } }],
    });
    expect([code, out]).toEqual([1, []]);
    expect(notes).toContain('mistake  acts[0].values.pirce\n  The process has no field “pirce”.');
    expect(notes).toContain('Net price must be a number.');
    expect(notes).toContain('Quote is a file: write true when it is attached, else null.');
    expect(notes).toContain('The process has no e-mail step “sned”.');
  });

  it('refuses a scenario that has the wrong shape, with line, path and remedy', async () => {
    const path = file('wrong.json', '{\n "format": 1,\n "start": {"at": "today"},\n "act": []\n}');
    const { code, notes } = await run('simulate', quote, '--scenario', path);
    expect(code).toBe(1);
    expect(notes).toContain(`${path}:3:18  error  start.at\n  “today” is no instant`);
    expect(notes).toContain(
      `${path}:4:9  error  act\n  “act” is not known here. The value is [].\n  Remedy: Leave it out`,
    );
  });

  it('does not play a process that has errors: it tells them', async () => {
    const drawing = {
      schema: 1,
      name: 'Empty',
      currency: 'PLN',
      calendar: 'x',
      fields: [],
      policies: [],
      stages: [],
      outcomes: { won: { reasons: [] }, lost: { reasons: [] } },
    };
    const scenario = file('empty-scenario.json', { format: 1, start });
    const process = file('empty.json', drawing);
    const { code, out, notes } = await run('simulate', process, '--scenario', scenario);
    expect([code, out]).toEqual([1, []]);
    expect(notes).toContain('no-stage');
  });
});
