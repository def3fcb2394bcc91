import { describe, expect, it } from 'vitest';
import { decisionSentence } from './decision-words.ts';

const anna = { id: 'anna', name: 'Anna Sikora' };
const task = (decide: boolean, assignee: typeof anna | null) =>
  ({ may: { decide }, assignee, department: null, role: 'manager', held: false }) as never;

describe('who decides an approval', () => {
  it('goes without saying for one’s own part', () => {
    expect(decisionSentence(task(true, anna), 'anna')).toBeNull();
    expect(decisionSentence(task(true, null), 'anna')).toBeNull();
  });

  it('is said to who stands in', () => {
    expect(decisionSentence(task(true, anna), 'marek')).toBe(
      'You decide for Anna Sikora, who is away.',
    );
  });

  it('is somebody else for what one asked for oneself', () => {
    expect(decisionSentence(task(false, anna), 'anna')).toMatch(/another must decide/);
    expect(decisionSentence(task(false, anna), 'marek')).toBe('Anna Sikora decides.');
  });

  it('is anybody of a role, by its name', () => {
    expect(decisionSentence(task(false, null), 'anna')).toMatch(
      /^A person with the role “Sales manager” decides;/,
    );
  });
});
