import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

export const approvalProcess = 'TST-2';

const lost = { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' };
const department = (key: string) => ({ kind: 'department', department: key });

/** Two departments approve a deal; then its owner gets the signature. */
export const approvalDrawing: Drawing = drawingSchema.parse({
  schema: 1,
  name: 'Two words',
  currency: 'PLN',
  calendar: 'always',
  fields: [],
  policies: [
    {
      id: 'standard',
      name: 'Standard',
      levels: [{ id: 'due', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'assignee' }] }],
    },
  ],
  stages: [
    {
      id: 'check',
      name: 'Check the offer',
      probability: 40,
      steps: [
        {
          id: 'approve',
          kind: 'approval',
          name: 'Approve the offer',
          due: { n: 1, unit: 'bd' },
          policy: 'standard',
          approvers: [
            { id: 'money', to: department('analysis') },
            { id: 'tech', to: department('technical') },
          ],
        },
        {
          id: 'revise',
          kind: 'task',
          name: 'Revise the offer',
          assign: { kind: 'owner' },
          outcomes: [{ id: 'done', label: 'Done' }],
        },
      ],
      links: [{ id: 'no', from: 'approve', to: 'revise', ports: ['rejected'] }],
      exits: [{ id: 'next', mode: 'auto', to: 'sign' }, lost],
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
          outcomes: [{ id: 'done', label: 'Done' }],
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
