import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

export const processKey = 'TST-1';

const done = [{ id: 'done', label: 'Done' }];
const lost = { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' };

/**
 * Two stages: a survey for the technical department with a required file, a call by the owner, an
 * optional drawing; then the signature.
 */
export const drawing: Drawing = drawingSchema.parse({
  schema: 1,
  name: 'Test process',
  currency: 'PLN',
  calendar: 'always',
  fields: [
    { id: 'place', label: 'Place', type: 'text', intake: 'required' },
    { id: 'phone', label: 'Phone', type: 'text', personal: true, intake: 'optional' },
    { id: 'size', label: 'Size', type: 'number' },
    { id: 'notes', label: 'Notes', type: 'longText' },
    { id: 'plan', label: 'Plan', type: 'file' },
    { id: 'price', label: 'Price', type: 'money' },
    { id: 'offer', label: 'Offer', type: 'file' },
  ],
  policies: [
    {
      id: 'default',
      name: 'Default',
      levels: [{ id: 'overdue', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'owner' }] }],
    },
  ],
  stages: [
    {
      id: 'prepare',
      name: 'Prepare the offer',
      probability: 40,
      deadline: { after: { n: 5, unit: 'bd' } },
      policy: 'default',
      criteria: [
        { id: 'sized', label: 'The size is known', when: 'has(deal.size)' },
        { id: 'offered', label: 'The offer is attached', when: 'has(deal.offer)' },
      ],
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey the roof',
          assign: { kind: 'department', department: 'technical' },
          due: { n: 1, unit: 'bd' },
          policy: 'default',
          form: [
            { field: 'size', required: true },
            { field: 'notes' },
            { field: 'plan', required: true },
          ],
          shows: ['place'],
          outcomes: done,
        },
        {
          id: 'call',
          kind: 'task',
          name: 'Call the customer',
          assign: { kind: 'owner' },
          form: [{ field: 'price' }],
          shows: ['phone', 'plan'],
          outcomes: done,
        },
        {
          id: 'extra',
          kind: 'task',
          name: 'Draw a picture',
          mandatory: false,
          assign: { kind: 'department', department: 'technical' },
          outcomes: done,
        },
      ],
      exits: [{ id: 'next', name: 'Send it', mode: 'manual', to: 'sign' }, lost],
    },
    {
      id: 'sign',
      name: 'Sign the contract',
      probability: 90,
      steps: [
        {
          id: 'get',
          kind: 'task',
          name: 'Get the signature',
          assign: { kind: 'owner' },
          outcomes: done,
        },
      ],
      exits: [{ id: 'won', name: 'Win', mode: 'manual', to: 'won' }, lost],
    },
  ],
  outcomes: {
    won: { reasons: [{ id: 'price', label: 'Price' }] },
    lost: { reasons: [{ id: 'price', label: 'Price' }] },
  },
});
