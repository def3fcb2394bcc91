import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

export const webhookProcess = 'TST-3';

const done = [{ id: 'done', label: 'Done' }];
const owner = { kind: 'owner' };

/** Another system is told of a deal, with a field that is personal; then the owner calls. */
export function webhookDrawing(url: string): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Tell others',
    currency: 'PLN',
    calendar: 'always',
    fields: [{ id: 'phone', label: 'Phone', type: 'text', personal: true, intake: 'optional' }],
    policies: [],
    stages: [
      {
        id: 'tell',
        name: 'Tell others',
        probability: 40,
        steps: [
          { id: 'hook', kind: 'webhook', name: 'Tell the ERP', url, sends: ['phone'] },
          { id: 'call', kind: 'task', name: 'Call', assign: owner, outcomes: done },
        ],
        exits: [
          { id: 'won', name: 'Win', mode: 'manual', to: 'won' },
          { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' },
        ],
      },
    ],
    outcomes: {
      won: { reasons: [{ id: 'price', label: 'Price' }] },
      lost: { reasons: [{ id: 'price', label: 'Price' }] },
    },
  });
}
