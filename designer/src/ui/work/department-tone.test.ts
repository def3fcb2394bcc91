import { describe, expect, it } from 'vitest';
import { departmentTone } from './department-tone.ts';

describe('departmentTone', () => {
  it('knows the usual departments by their word', () => {
    expect(['sales', 'technical', 'analysis', 'design', 'back-office'].map(departmentTone)).toEqual(
      ['sales', 'tech', 'analyst', 'design', 'office'],
    );
  });
  it('gives any other key the same colour each time', () => {
    expect(departmentTone('logistics')).toBe(departmentTone('logistics'));
    expect(
      new Set(['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7'].map(departmentTone)).size,
    ).toBeGreaterThan(1);
  });
});
