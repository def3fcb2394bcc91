import { describe, expect, it } from 'vitest';
import { actWords, waitsOn } from './act-words.ts';

const task = { title: 'Approve margin' };

describe('the words of an act on a task', () => {
  it('name the result on both buttons', () => {
    const { question, confirm, keep } = actWords('reject', task);
    expect([question, confirm, keep]).toEqual([
      'Reject “Approve margin”?',
      'Reject',
      'Decide later',
    ]);
  });

  it('ask for a note wherever somebody else must know why', () => {
    const acts = ['approve', 'reject', 'customer', 'thirdParty', 'internal', 'goOn'] as const;
    const needed = acts.filter((act) => actWords(act, task).noteNeeded);
    expect(needed).toEqual(['reject', 'customer', 'thirdParty', 'internal']);
  });

  it('say who is waited for', () => {
    expect(waitsOn({ why: 'internal', since: '2026-09-16T09:30:00Z' })).toBe('on an answer');
  });
});
