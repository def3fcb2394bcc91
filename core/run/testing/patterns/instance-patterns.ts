import type { Pattern } from './pattern.ts';

const list = { kind: 'list', field: 'items' };
/** Where a deal goes in which too few items pass. */
const tooFew = { few: { kind: 'leave', to: 'lost', reason: 'other' } };

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
      'A step *for each* item that needs k of them and then goes on; the rest stays open and counts no more.',
    stages: [
      {
        steps: { a: { kind: 'each', over: list, need: 2, late: 'ignore' }, b: 'task', ...tooFew },
        links: ['a.done>b', 'a.short>few'],
      },
    ],
    allowed: ['start items=x,y,z', 'a/x', 'a/z', 'open b', 'a/y', 'open b', 'b', 'won'],
    forbidden: [
      'start items=x,y,z',
      'a/x',
      'refused b',
      'open a',
      'a/z',
      'b',
      'refused a/y',
      'won',
    ],
  },
  {
    number: 35,
    name: 'Cancelling partial join for multiple instances',
    drawn: 'A step *for each* item that needs k of them; the rest is cancelled.',
    stages: [
      {
        steps: { a: { kind: 'each', over: list, need: 2, late: 'cancel' }, ...tooFew },
        links: ['a.short>few'],
      },
    ],
    allowed: ['start items=x,y,z', 'a/x', 'a/z', 'won'],
    forbidden: ['start items=x,y,z', 'a/x', 'a/z', 'refused a/y', 'won'],
  },
  {
    number: 36,
    name: 'Dynamic partial join for multiple instances',
    drawn:
      'The same, with items added while it runs: with fewer than k it waits for more, and takes none once it has gone on.',
    stages: [
      {
        steps: {
          a: { kind: 'each', over: list, need: 2, late: 'ignore', mayAdd: true },
          b: 'task',
          ...tooFew,
        },
        links: ['a.done>b', 'a.short>few'],
      },
    ],
    allowed: [
      'start items=x',
      'a/x',
      'open a',
      'add a y',
      'add a z',
      'a/z',
      'open b',
      'a/y',
      'b',
      'won',
    ],
    forbidden: ['start items=x', 'a/x', 'refused b', 'add a y', 'a/y', 'refused add a z', 'open b'],
  },
];
