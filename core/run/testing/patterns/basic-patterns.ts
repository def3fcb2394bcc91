import { yesOrNo } from './pattern-definition.ts';
import type { Pattern } from './pattern.ts';

const choice = {
  kind: 'branch',
  cases: [{ port: 'big', label: 'Big', when: 'has(deal.f) && deal.f > 10.0' }],
  default: { port: 'small', label: 'Small' },
};

/** Basic control flow, branching and joining. */
export const basicPatterns: Pattern[] = [
  {
    number: 1,
    name: 'Sequence',
    drawn: 'A link from one step to the next.',
    stages: [{ steps: { a: 'task', b: 'task' }, links: ['a>b'] }],
    allowed: ['open a', 'a', 'open b', 'b', 'won'],
    forbidden: ['refused b', 'open a'],
  },
  {
    number: 2,
    name: 'Parallel split',
    drawn: 'Several links from one step; steps without a link between them run in parallel.',
    stages: [{ steps: { a: 'task', b: 'task', c: 'task' }, links: ['a>b', 'a>c'] }],
    allowed: ['a', 'open b c', 'c', 'b', 'won'],
    forbidden: ['refused c', 'a', 'b', 'in s0', 'open c'],
  },
  {
    number: 3,
    name: 'Synchronisation',
    drawn: 'Several links into one step: it waits for all of them.',
    stages: [{ steps: { a: 'task', b: 'task', c: 'task' }, links: ['a>c', 'b>c'] }],
    allowed: ['open a b', 'b', 'open a', 'a', 'open c', 'c', 'won'],
    forbidden: ['a', 'refused c', 'open b'],
  },
  {
    number: 4,
    name: 'Exclusive choice',
    drawn: 'A branch: the first case that holds, else the default.',
    stages: [
      {
        steps: { which: choice, a: 'task', b: 'task' },
        links: ['which.big>a', 'which.small>b'],
      },
    ],
    allowed: ['start f=20', 'open a', 'a', 'won'],
    forbidden: ['start f=5', 'open b', 'refused a', 'b', 'won'],
  },
  {
    number: 5,
    name: 'Simple merge',
    drawn: 'Links from the cases of a branch into one step: the dead one counts as resolved.',
    stages: [
      {
        steps: { which: choice, a: 'task', b: 'task', c: 'task' },
        links: ['which.big>a', 'which.small>b', 'a>c', 'b>c'],
      },
    ],
    allowed: ['start f=20', 'a', 'open c', 'c', 'won'],
    forbidden: ['start f=20', 'refused c', 'a', 'c', 'refused b', 'won'],
  },
  {
    number: 6,
    name: 'Multi-choice',
    drawn: 'Conditions on steps: each is run or stepped over by its own.',
    stages: [
      {
        steps: {
          a: 'task',
          b: { kind: 'task', when: 'has(deal.f)' },
          c: { kind: 'task', when: 'has(deal.g)' },
        },
        links: ['a>b', 'a>c'],
      },
    ],
    allowed: ['start f=1 g=1', 'a', 'open b c', 'b', 'c', 'won'],
    forbidden: ['start g=1', 'a', 'open c', 'refused b', 'c', 'won'],
  },
  {
    number: 7,
    name: 'Structured synchronising merge',
    drawn: 'Links with conditions, joined again: the join waits for the live ones alone.',
    stages: [
      {
        steps: {
          a: 'task',
          b: { kind: 'task', when: 'has(deal.f)' },
          c: { kind: 'task', when: 'has(deal.g)' },
          d: 'task',
        },
        links: ['a>b', 'a>c', 'b>d', 'c>d'],
      },
    ],
    allowed: ['start g=1', 'a', 'open c', 'c', 'open d', 'd', 'won'],
    forbidden: ['start f=1 g=1', 'a', 'b', 'refused d', 'open c'],
  },
  {
    number: 9,
    name: 'Structured discriminator',
    drawn: 'A join *any* whose late arrivals are ignored.',
    stages: [
      {
        steps: { a: 'task', b: 'task', c: { kind: 'task', join: { mode: 'any' } } },
        links: ['a>c', 'b>c'],
      },
    ],
    allowed: ['b', 'open a c', 'c', 'a', 'won'],
    forbidden: ['a', 'c', 'b', 'refused c', 'won'],
  },
  {
    number: 10,
    name: 'Arbitrary cycles',
    drawn: 'An exit back to an earlier stage, with the steps that are done again.',
    stages: [
      { steps: { a: 'task' } },
      {
        steps: { b: 'task' },
        exits: [
          { id: 'back', mode: 'manual', to: 's0', redo: ['a'], max: 2 },
          { id: 'next', mode: 'auto', to: 'won' },
        ],
      },
    ],
    allowed: ['a', 'in s1', 'go back', 'in s0', 'open a', 'a', 'in s1', 'b', 'won'],
    forbidden: ['a', 'go back', 'a', 'go back', 'a', 'refused go back', 'in s1'],
  },
  {
    number: 11,
    name: 'Implicit termination',
    drawn: 'An automatic exit: the stage is left when no mandatory step is open.',
    stages: [{ steps: { a: 'task', b: 'task' } }],
    allowed: ['a', 'in s0', 'b', 'won'],
    forbidden: ['b', 'in s0', 'refused go next', 'open a'],
  },
  {
    number: 21,
    name: 'Structured loop',
    drawn: 'A rework link back to an earlier step, with a cap.',
    stages: [
      {
        steps: { a: 'task', b: { kind: 'task', ...yesOrNo } },
        links: ['a>b', 'b.no>a^2'],
      },
    ],
    allowed: ['a', 'b:no', 'open a', 'a', 'b', 'won'],
    forbidden: ['a', 'b:no', 'a', 'b:no', 'a', 'b:no', 'open', 'refused a', 'in s0'],
  },
  {
    number: 30,
    name: 'Structured partial join',
    drawn: 'A join *k of n* whose late arrivals are ignored.',
    stages: [
      {
        steps: {
          a: 'task',
          b: 'task',
          c: 'task',
          d: { kind: 'task', join: { mode: 'count', count: 2 } },
        },
        links: ['a>d', 'b>d', 'c>d'],
      },
    ],
    allowed: ['a', 'c', 'open b d', 'd', 'b', 'won'],
    forbidden: ['a', 'refused d', 'open b c'],
  },
  {
    number: 37,
    name: 'Local synchronising merge',
    drawn: 'Dead-path elimination: a skipped step passes its deadness on, so a join never hangs.',
    stages: [
      {
        steps: { which: choice, a: 'task', b: 'task', c: 'task', d: 'task' },
        links: ['which.big>a', 'which.small>c', 'a>b', 'b>d', 'c>d'],
      },
    ],
    allowed: ['start f=1', 'open c', 'c', 'open d', 'd', 'won'],
    forbidden: ['start f=20', 'a', 'refused d', 'open b'],
  },
];
