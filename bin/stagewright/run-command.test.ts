import { describe, expect, it } from 'vitest';
import { run } from './testing/run.ts';

describe('npx stagewright', () => {
  it('shows all commands, and each with its options', async () => {
    const all = await run();
    expect(all.code).toBe(0);
    for (const name of ['validate', 'simulate', 'due', 'export', 'import']) {
      expect(all.out[0]).toContain(`\n  ${name}`);
      const { code, out } = await run(name, '--help');
      expect([code, out[0]]).toEqual([0, expect.stringContaining(`npx stagewright ${name} `)]);
    }
  });

  it.each([
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['due'], '--calendar is missing.'],
    [['validate'], 'FILE is missing.'],
    [['validate', 'a.json', 'b.json'], '"b.json" is one thing too many.'],
    [['validate', 'a.json', '--jsno'], "Unknown option '--jsno'."],
  ])('does not guess what %j means', async (args, sentence) => {
    const { code, notes } = await run(...args);
    expect([code, notes]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
