import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

export const roleApprovalProcess = 'TST-3';

const lost = { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' };
const done = [{ id: 'done', label: 'Done' }];
const field = (id: string, label: string, type: string, more: object = {}) => ({
  id,
  label,
  type,
  intake: 'no',
  ...more,
});
const revise = {
  id: 'revise',
  kind: 'task',
  name: 'Revise the price',
  assign: { kind: 'owner' },
  outcomes: done,
};

/** The owner sets a price, two salespeople approve it; then whoever measured may not approve the measures. */
export const roleApprovalDrawing: Drawing = drawingSchema.parse({
  schema: 1,
  name: 'Asks a role',
  currency: 'PLN',
  calendar: 'always',
  fields: [
    field('price', 'Price', 'money'),
    field('discount', 'Discount', 'percent'),
    field('from', 'Valid from', 'date'),
    field('pesel', 'Identity number', 'text', { personal: true }),
  ],
  policies: [],
  stages: [
    {
      id: 'price',
      name: 'Agree on the price',
      probability: 40,
      steps: [
        {
          id: 'set',
          kind: 'task',
          name: 'Set the price',
          assign: { kind: 'owner' },
          form: ['price', 'discount', 'from', 'pesel'].map((id) => ({ field: id })),
          outcomes: done,
        },
        {
          id: 'ok',
          kind: 'approval',
          name: 'Approve the price',
          approvers: [{ id: 'sales', to: { kind: 'role', role: 'sales' }, count: 2 }],
        },
        revise,
      ],
      links: [
        { id: 'l1', from: 'set', to: 'ok' },
        { id: 'no', from: 'ok', to: 'revise', ports: ['rejected'] },
      ],
      exits: [{ id: 'next', mode: 'auto', to: 'measure' }, lost],
    },
    {
      id: 'measure',
      name: 'Measure the roof',
      probability: 60,
      steps: [
        {
          id: 'measure',
          kind: 'task',
          name: 'Measure',
          assign: { kind: 'department', department: 'technical' },
          form: [{ field: 'discount' }],
          outcomes: done,
        },
        {
          id: 'check',
          kind: 'approval',
          name: 'Check the measures',
          shows: ['price'],
          voidOn: ['from'],
          approvers: [{ id: 'tech', to: { kind: 'department', department: 'technical' } }],
        },
        { ...revise, name: 'Measure anew' },
      ],
      links: [
        { id: 'l1', from: 'measure', to: 'check' },
        { id: 'no', from: 'check', to: 'revise', ports: ['rejected'] },
      ],
      exits: [{ id: 'won', name: 'Win', mode: 'manual', to: 'won' }, lost],
    },
  ],
  outcomes: {
    won: { reasons: [{ id: 'price', label: 'Price' }] },
    lost: { reasons: [{ id: 'price', label: 'Price' }] },
  },
});
