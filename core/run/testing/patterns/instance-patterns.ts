import type { Pattern } from './pattern.ts';

const list = { kind: 'list', field: 'items' };

/** A step for each item; with fewer than it needs the deal is lost. */
const needing = (a: object) => ({
  steps: { a, less: { kind: 'leave', to: 'lost', reason: 'other' } },
  links: ['a.short>less'],
});

/** Several instances of the same step. */
export const instancePatterns: Pattern[] = [
  {
    number: 14,
    name: 'Multiple instances with a priori run-time knowledge',
    drawn: 'A step *for each* item of a list that is known when its turn comes.',
    stages: [{ steps: { a: { kind: 'each', over: list }, b: 'task' }, links: ['a.done>b'] }],
    allowed: ['start items=x,y', 'a/x', 'refused b', 'a/y', 'open b', 'b', 'won'],
    forbidden: ['start items=x,y', 'a/x', 'refused a/z', 'open a'],
  },
  {
    number: 15,
    name: 'Multiple instances without a priori run-time knowledge',
    drawn: 'A step *for each* item, to which people add items while it runs.',
    stages: [{ steps: { a: { kind: 'each', over: list, mayAdd: true } } }],
    allowed: ['start items=x', 'add a y', 'a/x', 'open a', 'a/y', 'won'],
    forbidden: ['start items=x', 'refused add a x', 'a/x', 'refused add a y', 'won'],
  },
  {
    number: 26,
    name: 'Cancel multiple instance activity',
    drawn: 'Waiving the step closes every item of it.',
    stages: [{ steps: { a: { kind: 'each', over: list } } }],
    allowed: ['start items=x,y', 'a/x', 'waive a', 'won'],
    forbidden: ['start items=x,y', 'waive a', 'refused a/y', 'won'],
  },
  {
    number: 27,
    name: 'Complete multiple instance activity',
    drawn: 'A person ends the step by a port, with a reason; the items left are closed.',
    stages: [{ steps: { a: { kind: 'each', over: list }, b: 'task' }, links: ['a.done>b'] }],
    allowed: ['start items=x,y', 'a/x', 'end a:done', 'open b', 'b', 'won'],
    forbidden: ['start items=x,y', 'end a:done', 'refused a/y', 'open b'],
  },
  {
    number: 34,
    name: 'Static partial join for multiple instances',
    drawn:
      'A step *for each* item that needs k of them; the rest goes on. With fewer the deal leaves.',
    stages: [needing({ kind: 'each', over: list, need: 2 })],
    allowed: ['start items=x,y,z', 'a/x', 'a/z', 'open a', 'a/y', 'won'],
    forbidden: ['start items=x,y,z', 'a/x', 'in s0', 'refused a/x'],
  },
  {
    number: 35,
    name: 'Cancelling partial join for multiple instances',
    drawn:
      'A step *for each* item that needs k of them; the rest is cancelled. With fewer the deal leaves.',
    stages: [needing({ kind: 'each', over: list, need: 2, late: 'cancel' })],
    allowed: ['start items=x,y,z', 'a/x', 'a/z', 'won'],
    forbidden: ['start items=x,y,z', 'a/x', 'a/z', 'refused a/y', 'won'],
  },
  {
    number: 36,
    name: 'Dynamic partial join for multiple instances',
    drawn: 'The same, with items added while it runs.',
    stages: [needing({ kind: 'each', over: list, need: 2, late: 'cancel', mayAdd: true })],
    allowed: ['start items=x,y', 'add a z', 'a/z', 'a/x', 'won'],
    forbidden: ['start items=x,y', 'a/x', 'a/y', 'refused add a z', 'won'],
  },
];
