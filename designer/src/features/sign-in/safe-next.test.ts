import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('the address after signing in', () => {
  it.each([
    ['/deals/1?x=2', '/deals/1?x=2'],
    [undefined, '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/sign-in?next=%2Finbox', '/'],
  ])('for %s is %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});
