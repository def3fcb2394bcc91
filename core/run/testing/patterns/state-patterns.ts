import type { Pattern } from './pattern.ts';

const h = (n: number) => ({ n, unit: 'h' });
const event = (name: string, accepts: 'stageEntry' | 'start', hours = 48) => ({
  kind: 'wait',
  for: { kind: 'event', event: name, accepts, timeout: h(hours) },
});

/** State, triggers, cancellation and termination. */
export const statePatterns: Pattern[] = [
  {
    number: 16,
    name: 'Deferred choice',
    drawn: 'A wait for an event with a time-out: whichever comes first decides.',
    stages: [
      {
        steps: { w: event('replied', 'start', 2), a: 'task', b: 'task' },
        links: ['w.event>a', 'w.timeout>b'],
      },
    ],
    allowed: ['event replied', 'open a', 'a', 'won'],
    forbidden: ['pass 3 h', 'event replied', 'open b', 'refused a', 'b', 'won'],
  },
  {
    number: 18,
    name: 'Milestone',
    drawn: 'A step *only while* a condition holds: it is stepped over as soon as it does not.',
    stages: [
      { steps: { a: { kind: 'task', onlyWhile: '!has(deal.f) || deal.f < 10.0' }, b: 'task' } },
    ],
    allowed: ['open a b', 'a', 'b', 'won'],
    forbidden: ['set f 20', 'open b', 'refused a', 'b', 'won'],
  },
  {
    number: 19,
    name: 'Cancel activity',
    drawn: 'A person waives a step, with a reason; the path behind it goes on.',
    stages: [{ steps: { a: 'task', b: 'task' }, links: ['a>b'] }],
    allowed: ['waive a', 'open b', 'b', 'won'],
    forbidden: ['waive a', 'refused a', 'open b'],
  },
  {
    number: 20,
    name: 'Cancel case',
    drawn: 'Losing the deal, from any stage: everything that is open is cancelled.',
    stages: [{ steps: { a: 'task', b: 'task' } }],
    allowed: ['a', 'go lost', 'lost'],
    forbidden: ['go lost', 'refused b', 'lost'],
  },
  {
    number: 23,
    name: 'Transient trigger',
    drawn: 'A wait that accepts an event since its own start: an earlier one is gone.',
    stages: [{ steps: { a: 'task', w: event('paid', 'start') }, links: ['a>w'] }],
    allowed: ['a', 'event paid', 'won'],
    forbidden: ['event paid', 'a', 'in s0', 'open w'],
  },
  {
    number: 24,
    name: 'Persistent trigger',
    drawn: 'A wait that accepts an event since the stage was entered: an earlier one counts.',
    stages: [{ steps: { a: 'task', w: event('paid', 'stageEntry') }, links: ['a>w'] }],
    allowed: ['event paid', 'a', 'won'],
    forbidden: ['a', 'in s0', 'open w', 'event other', 'open w'],
  },
  {
    number: 25,
    name: 'Cancel region',
    drawn: 'A *leave* step: the deal goes, and the rest of the stage with it.',
    stages: [
      {
        steps: {
          a: { kind: 'task', mandatory: false },
          w: event('stop', 'start'),
          go: { kind: 'leave', to: 'lost', reason: 'other' },
        },
        links: ['w.event>go'],
      },
    ],
    allowed: ['open a w', 'event stop', 'lost'],
    forbidden: ['event stop', 'refused a', 'lost'],
  },
  {
    number: 29,
    name: 'Cancelling discriminator',
    drawn: 'A join *any* that cancels what leads only to it.',
    stages: [
      {
        steps: { a: 'task', b: 'task', c: { kind: 'task', join: { mode: 'any', late: 'cancel' } } },
        links: ['a>c', 'b>c'],
      },
    ],
    allowed: ['a', 'open c', 'c', 'won'],
    forbidden: ['a', 'refused b', 'open c'],
  },
  {
    number: 32,
    name: 'Cancelling partial join',
    drawn: 'A join *k of n* that cancels what leads only to it.',
    stages: [
      {
        steps: {
          a: 'task',
          b: 'task',
          c: 'task',
          d: { kind: 'task', join: { mode: 'count', count: 2, late: 'cancel' } },
        },
        links: ['a>d', 'b>d', 'c>d'],
      },
    ],
    allowed: ['a', 'b', 'open d', 'd', 'won'],
    forbidden: ['a', 'c', 'refused b', 'open d'],
  },
  {
    number: 43,
    name: 'Explicit termination',
    drawn: 'A *leave* step to an end of the process.',
    stages: [
      {
        steps: {
          a: 'task',
          b: { kind: 'task', mandatory: false },
          end: { kind: 'leave', to: 'won' },
        },
        links: ['a>end'],
        exits: [{ id: 'next', mode: 'manual', to: 'won' }],
      },
    ],
    allowed: ['open a b', 'a', 'won'],
    forbidden: ['a', 'refused b', 'won'],
  },
];
