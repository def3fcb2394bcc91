import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import { knownSet } from './known-set.ts';

const scope = { a: { type: 'number' }, b: { type: 'number' }, c: { type: 'number' } } as const;

function known(text: string, truth = true): string {
  const checked = checkCondition(text, scope, 'bool');
  if (!checked.ok) throw new Error(checked.message);
  return [...knownSet(checked.condition, truth)].sort().join('');
}

describe('knownSet', () => {
  it('knows what a true condition has read or asked for', () => {
    expect(known('has(deal.a)')).toBe('a');
    expect(known('deal.a > 1 && has(deal.b)')).toBe('ab');
    expect(known('deal.a + deal.b > deal.c')).toBe('abc');
  });

  it('knows nothing from one side of an or, and from both what both know', () => {
    expect(known('deal.a > 1 || deal.b > 1')).toBe('');
    expect(known('(has(deal.a) && has(deal.b)) || has(deal.a)')).toBe('a');
  });

  it('turns around for not, and for a condition that came out as no', () => {
    expect(known('!has(deal.a)')).toBe('');
    expect(known('!has(deal.a)', false)).toBe('a');
    expect(known('!(!has(deal.a) || !has(deal.b))')).toBe('ab');
    expect(known('deal.a > 1 && deal.b > 1', false)).toBe('');
  });

  it('follows both ways of a choice', () => {
    expect(known('has(deal.a) ? deal.a > 1 : deal.b > 1')).toBe('');
    expect(known('has(deal.a) ? deal.b > 1 : has(deal.b)')).toBe('b');
  });
});
