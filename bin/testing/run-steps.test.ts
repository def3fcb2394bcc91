import { describe, expect, it } from 'vitest';
import { runSteps, table } from './run-steps.ts';
import type { TestStep } from './test-steps.ts';

const quiet = (name: string, ...needs: string[]): TestStep => ({
  name,
  title: `Title of ${name}`,
  needs,
  run: async () => undefined,
});
const speaking = (name: string, ...needs: string[]) => ({ ...quiet(name, ...needs), speaks: true });

/** Runs the steps, each for a few turns of the loop, and tells what began and ended when. */
async function played(steps: readonly TestStep[], failing?: string) {
  const seen: string[] = [];
  const result = await runSteps(steps, async ({ name }) => {
    seen.push(`${name} begins`);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    seen.push(`${name} ends`);
    if (name === failing) throw new Error(`${name} is red`);
  });
  return { seen, ...result };
}

describe('the steps of a run', () => {
  it('run beside each other when one is quiet, and one after the other when both show output', async () => {
    const { seen } = await played([quiet('lint'), speaking('unit'), speaking('designer')]);
    expect(seen.slice(0, 2)).toEqual(['lint begins', 'unit begins']);
    expect(seen.indexOf('designer begins')).toBeGreaterThan(seen.indexOf('unit ends'));
  });

  it('wait for what they need', async () => {
    const { seen } = await played([quiet('client'), quiet('bundle'), speaking('unit', 'client')]);
    expect(seen.indexOf('unit begins')).toBeGreaterThan(seen.indexOf('client ends'));
    const more = await played([quiet('bundle'), speaking('integration', 'bundle')]);
    expect(more.seen).toEqual([
      'bundle begins',
      'bundle ends',
      'integration begins',
      'integration ends',
    ]);
  });

  it('do not begin after one has failed, in neither row, and the reason is told once', async () => {
    const steps = [quiet('lint'), quiet('bundle'), speaking('unit'), speaking('designer')];
    const { seen, took, failures } = await played(steps, 'lint');
    expect(failures).toEqual(['lint is red']);
    expect(seen.filter((line) => line.endsWith('begins'))).toEqual(['lint begins', 'unit begins']);
    expect(took.map(({ title }) => title)).toEqual(['Title of lint', 'Title of unit']);
  });
});

describe('the table of the steps', () => {
  it('names each with its seconds, and the time that passed', () => {
    const took = [
      { title: 'Lint', seconds: 7.25 },
      { title: 'Unit tests', seconds: 130 },
    ];
    expect(table(took, 131.04)).toBe(
      ['  Lint            7.3 s', '  Unit tests    130.0 s', '  Altogether    131.0 s'].join('\n'),
    );
  });
});
