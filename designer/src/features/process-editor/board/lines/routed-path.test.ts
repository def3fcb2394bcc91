import { describe, expect, it } from 'vitest';
import { labelPoint, routedPath } from './routed-path.ts';

describe('a routed line', () => {
  it('is rounded by 6 px at its corners', () => {
    const path = routedPath([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 40, y: 20 },
    ]);
    expect(path).toBe('M0 0L0 14Q0 20 6 20L40 20');
  });

  it('is rounded by less where two corners are close', () => {
    const path = routedPath([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 4, y: 20 },
      { x: 4, y: 40 },
    ]);
    expect(path).toBe('M0 0L0 18Q0 20 2 20L2 20Q4 20 4 22L4 40');
  });

  it('has its label in the middle of the longest level part', () => {
    const place = labelPoint([
      { x: 0, y: 0 },
      { x: 0, y: 200 },
      { x: 60, y: 200 },
      { x: 60, y: 210 },
    ]);
    expect(place).toEqual({ x: 30, y: 200, level: true, room: 60 });
  });
});
