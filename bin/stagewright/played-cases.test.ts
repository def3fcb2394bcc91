import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { run, type Ran } from './testing/run.ts';

const cases = join(repository, 'test', 'cases');

/** Plays the scenario of a case on the process of its name. */
async function played(name: string): Promise<Ran & { facts: Record<string, unknown>[] }> {
  const file = (kind: string) => join(cases, `${name}.${kind}.json`);
  const ran = await run('simulate', file('process'), '--scenario', file('scenario'));
  return { ...ran, facts: ran.out.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('small processes, played from their files', () => {
  it('E8: a step for each item that needs more than there are waits while people may add', async () => {
    const { code, notes, facts } = await played('each-need-more');
    expect(notes).toContain('all as expected');
    expect(facts.filter(({ type }) => type === 'EachEnded')).toMatchObject([
      { port: 'done', passed: 3, need: 3, items: 3 },
    ]);
    expect(code).toBe(0);
  });

  it('E8: what follows begins as soon as enough have passed, where the rest is ignored', async () => {
    const { code, notes, facts } = await played('each-goes-on');
    expect(notes).toContain('all as expected');
    expect(facts.filter(({ type }) => type === 'TaskCancelled')).toEqual([]);
    expect(code).toBe(0);
  });

  it('an item that is completed without an outcome takes the first that passes', async () => {
    const { code, notes, facts } = await played('each-neutral-outcome');
    expect(notes).toContain('all as expected');
    expect(facts.filter(({ type }) => type === 'ItemEnded')).toMatchObject([{ outcome: 'ok' }]);
    expect(code).toBe(0);
  });

  it('E3: an approval that only the owner may decide, who did the work before it, is refused', async () => {
    const { code, notes, out } = await run('validate', join(cases, 'self-approval.process.json'));
    expect(out.join('\n')).toContain('approval-undecidable');
    expect(notes).toContain('1 error');
    expect(code).toBe(1);
    expect((await played('self-approval')).notes).toContain('Nobody can decide “a”');
  });

  it('E21: the act recalculate asks again for what was computed on the calendar', async () => {
    const { code, notes, facts } = await played('recalculate-inert');
    expect(notes).toContain('all as expected');
    expect(facts.filter(({ type }) => type === 'ClockRecalculated')).toMatchObject([
      { clock: 'task:s:t:1:1', cycle: 2, revision: 2 },
    ]);
    expect(code).toBe(0);
  });
});
