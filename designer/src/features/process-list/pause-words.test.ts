import { describe, expect, it } from 'vitest';
import { pauseWords } from './pause-words.ts';

describe('pausing a process', () => {
  it('says how many deals are paused', () => {
    const { consequence, done } = pauseWords({ name: 'PV', stands: false, openDeals: 109 });
    expect(consequence).toMatch(/^109 open deals are paused until/);
    expect(done(1)).toBe('PV is paused: 1 open deal told');
  });

  it('says how many go on', () => {
    expect(pauseWords({ name: 'PV', stands: true, openDeals: 1 }).consequence).toMatch(
      /^1 open deal goes on/,
    );
  });
});
