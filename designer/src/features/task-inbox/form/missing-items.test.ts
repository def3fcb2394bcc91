import { describe, expect, it } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { missingItems, missingText } from './missing-items.ts';

const field = (id: string) => ({ id, label: id.toUpperCase() });
const task = {
  form: [
    { field: field('price'), required: true, value: null },
    { field: field('agreed'), required: true, value: null },
    { field: field('remark'), required: false, value: null },
  ],
  files: [{ field: field('sheet'), required: true, files: [] }],
} as unknown as TaskDetail;

describe('what a task still needs', () => {
  it('is every required field and file that is empty, and no optional one', () => {
    expect(missingItems(task, { price: ' ' }).map(({ id }) => id)).toEqual([
      'price',
      'agreed',
      'sheet',
    ]);
  });

  it('takes zero and no for answers', () => {
    expect(missingItems(task, { price: 0, agreed: false }).map(({ id }) => id)).toEqual(['sheet']);
  });

  it('is said in one phrase', () => {
    expect(missingText(missingItems(task, {}))).toBe('2 fields and 1 file missing');
    expect(missingText(missingItems(task, { price: 1, agreed: true }))).toBe('1 file missing');
  });
});
