import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { selectSteps, testSteps } from './test-steps.ts';

const names = (...wanted: string[]) => selectSteps(wanted).map((step) => step.name);

describe('the steps of npm test', () => {
  it('are all run when none is named', () => {
    expect(selectSteps([])).toBe(testSteps);
  });

  it('bring along what a named one needs, in order', () => {
    expect(names('journey')).toEqual([
      'client',
      'bundle',
      'programs',
      'web',
      'servers',
      'browser',
      'journey',
    ]);
    expect(names('unit', 'lint')).toEqual(['client', 'lint', 'unit']);
  });

  it('are named when one is misspelt', () => {
    expect(() => names('units')).toThrow(/no step "units": choose among client, types, .*journey/);
  });
});

describe('the browser of the tests', () => {
  it('is refused with the remedy when CHROMIUM_PATH is wrong', async () => {
    const search = findChromium(() => {}, { CHROMIUM_PATH: '/no/such/browser' });
    await expect(search).rejects.toThrow(/CHROMIUM_PATH is "\/no\/such\/browser".*set it to/);
  });
});
