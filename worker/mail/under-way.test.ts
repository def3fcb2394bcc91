import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { UnderWay } from './under-way.ts';

const never = new Promise<void>(() => {});

describe('the hand-overs of a relay', () => {
  it('are so many at once, and one that ends makes room', async () => {
    const room = { quick: 2, all: 5, slowAfterMs: 3_600_000 };
    let changes = 0;
    const underWay = new UnderWay(room, () => changes++);
    let end = () => {};
    underWay.add('a', new Promise((resolve) => (end = resolve)));
    underWay.add('b', never);
    expect([underWay.free, underWay.ids]).toEqual([0, ['a', 'b']]);
    end();
    while (changes === 0) await pause(1);
    expect([underWay.free, underWay.ids]).toEqual([1, ['b']]);
  });

  it('give their place to others when they are slow, as long as there is room for all', async () => {
    let changes = 0;
    const underWay = new UnderWay({ quick: 2, all: 3, slowAfterMs: 1 }, () => changes++);
    underWay.add('a', never);
    underWay.add('b', never);
    expect(underWay.free).toBe(0);
    while (changes < 2) await pause(1);
    expect(underWay.free).toBe(1);
    underWay.add('c', never);
    while (changes < 3) await pause(1);
    expect(underWay.free).toBe(0);
  });
});
