import { describe, expect, it } from 'vitest';
import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';
import type { Directory } from '../directory/directory.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate } from '../validate.ts';

const policies = [
  {
    id: 'up',
    name: 'Up',
    levels: [{ id: 'l', offset: { n: 1, unit: 'bh' }, to: [{ kind: 'departmentLead' }] }],
  },
];
const after = { n: 1, unit: 'bd' };
const reasons = [{ id: 'other', label: 'Other' }];
const task = (assign: object) => ({
  id: 'a',
  kind: 'task',
  name: 'A',
  assign,
  due: after,
  policy: 'up',
  outcomes: [{ id: 'done', label: 'Done' }],
});
const technical = task({ kind: 'department', department: 'technical' });
const late = { deadline: { after }, policy: 'up' };
const clock = {
  id: 'c',
  name: 'C',
  target: after,
  policy: 'up',
  start: { on: 'start' },
  stop: { on: 'event', event: 'e' },
};

function drawn(steps: object[], stage: object = {}, more: object = {}): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'P',
    currency: 'EUR',
    calendar: 'pl-office',
    fields: [],
    policies,
    stages: [
      {
        id: 's',
        name: 'S',
        probability: 50,
        steps,
        exits: [{ id: 'won', name: 'Win', mode: 'manual', to: 'won' }],
        ...stage,
      },
    ],
    outcomes: { won: { reasons }, lost: { reasons } },
    ...more,
  });
}

/** What is said about leads, when so many of Sales and Support may own deals. */
function said(drawing: Drawing, change: (directory: Directory) => void, owners = 2): string[] {
  const directory = sampleDirectory();
  for (const one of directory.departments) {
    one.owners = ['sales', 'support'].includes(one.key) ? owners : 0;
  }
  change(directory);
  return validate(drawing, directory)
    .filter(({ code }) => ['department-without-lead', 'owner-without-department'].includes(code))
    .map(({ elementKind, message }) => `${elementKind}: ${message}`);
}
const without = (key: string) => (directory: Directory) => {
  directory.departments.find((one) => one.key === key)!.lead = null;
};
const noLead = (name: string) => `“${name}” has no lead, but escalations go there. Name one.`;

describe('an escalation to a lead', () => {
  it('of a department’s task names the department that has none', () => {
    expect(said(drawn([technical]), without('technical'))).toEqual([
      `step: ${noLead('Technicians')}`,
    ]);
  });

  it('who is no longer active names who that is', () => {
    const leftOver = ({ departments }: Directory) => {
      departments.find((one) => one.key === 'technical')!.lead = 'jan';
    };
    expect(said(drawn([technical]), leftOver)).toEqual([
      'step: “Technicians” is led by “Jan Wrona”, who is no longer active, but escalations go there. Name another lead.',
    ]);
  });

  it.each([
    ['stage', drawn([], late)],
    ['step', drawn([task({ kind: 'owner' })])],
    ['clock', drawn([], {}, { clocks: [clock] })],
  ])('of the owner of a late %s names each department of owners that has none', (kind, drawing) => {
    const change = (directory: Directory) => {
      without('support')(directory);
      without('design')(directory);
    };
    expect(said(drawing, change)).toEqual([`${kind}: ${noLead('Customer support')}`]);
    expect(said(drawing, () => undefined)).toEqual([]);
  });

  it('of an owner is told when nobody who may own a deal is in a department, and once', () => {
    const drawing = drawn([task({ kind: 'owner' })], late);
    expect(said(drawing, () => undefined, 0)).toEqual([
      'step: Escalations go to the lead of the owner’s department, but nobody who may own a deal is in a department. Put them in one, or tell the owner or the managers.',
    ]);
  });

  it('is not looked at while nothing is known of who may own deals', () => {
    const unknown = ({ departments }: Directory) => {
      for (const one of departments) delete one.owners;
    };
    expect(said(drawn([], late), unknown)).toEqual([]);
  });
});
