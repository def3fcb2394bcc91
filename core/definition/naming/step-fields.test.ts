import { describe, expect, it } from 'vitest';
import type { Field } from '../../drawing/field.ts';
import { stepSchema, type Step } from '../../drawing/step.ts';
import { conditionChecker } from '../compiling/condition-checker.ts';
import { readsOf } from './step-fields.ts';

const number = (id: string): Field => ({ id, label: id, type: 'number' }) as Field;
const checker = conditionChecker(['price', 'count', 'size'].map(number));
const drawn = (step: object): Step => stepSchema.parse({ id: 's', name: 'S', ...step });

describe('readsOf', () => {
  it('E12: a branch depends on what its cases ask', () => {
    const cases = [
      { port: 'dear', label: 'Dear', when: 'deal.price > 3' },
      { port: 'sized', label: 'Sized', when: 'has(deal.size)' },
    ];
    expect(readsOf(drawn({ kind: 'branch', cases }), checker)).toEqual(['price', 'size']);
  });

  it('E12: an update depends on what it computes with, but not on what it sets itself', () => {
    const set = [{ field: 'count', value: 'deal.count + deal.price' }];
    expect(readsOf(drawn({ kind: 'update', set }), checker)).toEqual(['price']);
  });

  it('other steps depend on what they declare', () => {
    const task = { kind: 'task', assign: { kind: 'owner' }, when: 'deal.price > 3' };
    const outcomes = [{ id: 'done', label: 'Done' }];
    expect(readsOf(drawn({ ...task, outcomes }), checker)).toEqual([]);
  });
});
