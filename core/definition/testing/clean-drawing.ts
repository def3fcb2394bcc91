import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';

/** A drawing without any problem, not even a warning, with every kind of step. */
export function cleanDrawing(): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Clean',
    currency: 'EUR',
    calendar: 'pl-office',
    fields: [
      { id: 'place', label: 'Place', type: 'text', intake: 'required' },
      { id: 'phone', label: 'Phone', type: 'text', personal: true, intake: 'optional' },
      { id: 'size', label: 'Size', type: 'number' },
      { id: 'price', label: 'Price', type: 'money' },
      { id: 'fits', label: 'Fits', type: 'boolean' },
      { id: 'notes', label: 'Notes', type: 'longText' },
      { id: 'offerOn', label: 'Offer on', type: 'date' },
      {
        id: 'delivery',
        label: 'Delivery',
        type: 'choice',
        options: [
          { value: 'email', label: 'E-mail' },
          { value: 'meeting', label: 'Meeting' },
        ],
      },
    ],
    policies: [
      {
        id: 'default',
        name: 'Default',
        levels: [
          { id: 'due', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'assignee' }] },
          { id: 'late', offset: { n: 1, unit: 'bd' }, to: [{ kind: 'departmentLead' }] },
        ],
      },
    ],
    stages: [prepare, send],
    outcomes: {
      won: { reasons: [{ id: 'price', label: 'Price' }] },
      lost: { reasons: [{ id: 'other', label: 'Other' }] },
    },
  });
}

const office = { kind: 'department', department: 'office' };
const late = { policy: 'default', playbook: 'Do it well.' };
const done = [{ id: 'done', label: 'Done' }];
const deadline = { after: { n: 5, unit: 'bd' } };

const prepare = {
  id: 'prepare',
  name: 'Prepare the offer',
  probability: 20,
  deadline,
  policy: 'default',
  criteria: [{ id: 'priced', label: 'The price is set', when: 'has(deal.price)' }],
  steps: [
    {
      id: 'study',
      kind: 'task',
      name: 'Study the needs',
      assign: { kind: 'owner' },
      due: { n: 1, unit: 'bd' },
      form: [
        { field: 'fits', required: true },
        { field: 'delivery', required: true },
        { field: 'offerOn', required: true },
        { field: 'size' },
      ],
      outcomes: done,
      ...late,
    },
    {
      id: 'fit',
      kind: 'branch',
      name: 'Does it fit',
      cases: [{ port: 'no', label: 'no', when: '!deal.fits' }],
      default: { port: 'yes', label: 'yes' },
    },
    { id: 'stop', kind: 'leave', name: 'Lose it', to: 'lost', reason: 'other' },
    {
      id: 'price',
      kind: 'task',
      name: 'Price it',
      assign: office,
      due: { n: 2, unit: 'bd' },
      form: [{ field: 'price', required: true }],
      outcomes: done,
      ...late,
    },
    {
      id: 'take',
      kind: 'assign',
      name: 'Give it to the owner',
      what: { step: 'price' },
      to: office,
    },
    {
      id: 'tell',
      kind: 'notify',
      name: 'Tell the owner',
      to: [{ kind: 'owner' }],
      message: 'Ready',
    },
  ],
  links: [
    { id: 'l1', from: 'study', to: 'fit' },
    { id: 'l2', from: 'fit', to: 'stop', ports: ['no'] },
    { id: 'l3', from: 'fit', to: 'price', ports: ['yes'] },
    { id: 'l4', from: 'price', to: 'tell' },
  ],
  exits: [
    { id: 'next', mode: 'auto', to: 'send' },
    { id: 'lost', mode: 'manual', to: 'lost' },
  ],
};

const send = {
  id: 'send',
  name: 'Send the offer',
  probability: 60,
  deadline,
  policy: 'default',
  steps: [
    { id: 'set', kind: 'update', name: 'Set the size', set: [{ field: 'size', value: '10.0' }] },
    {
      id: 'mail',
      kind: 'email',
      name: 'Mail it',
      when: 'deal.delivery == "email"',
      subject: 'Your offer for {{ deal.place }}',
      body: 'Dear {{ contact.name }}, {{ deal.size }} costs {{ deal.price }}.',
    },
    {
      id: 'reply',
      kind: 'wait',
      name: 'Wait for the reply',
      for: { kind: 'event', event: 'replied', timeout: { n: 2, unit: 'bd' } },
    },
    {
      id: 'call',
      kind: 'task',
      name: 'Call the customer',
      assign: { kind: 'owner' },
      due: { n: 1, unit: 'bd' },
      outcomes: done,
      ...late,
    },
    {
      id: 'extra',
      kind: 'task',
      name: 'Offer an extra',
      mandatory: false,
      assign: { kind: 'person', person: 'ana' },
      outcomes: done,
      ...late,
    },
  ],
  links: [
    { id: 'l1', from: 'set', to: 'mail' },
    { id: 'l2', from: 'mail', to: 'reply', ports: ['sent', 'notSent'] },
    { id: 'l3', from: 'reply', to: 'call' },
  ],
  exits: [
    { id: 'won', mode: 'manual', to: 'won' },
    { id: 'lost', mode: 'manual', to: 'lost' },
  ],
};
