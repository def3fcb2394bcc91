import type { Drawing } from '#core/drawing/drawing.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';

/** A small process of two stages with a branch, a wait and a department's task, for tests. */
export function sampleDrawing(): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Photovoltaics',
    currency: 'PLN',
    calendar: 'office',
    fields: [
      { id: 'systemSize', label: 'System size', type: 'number', unit: 'kWp' },
      { id: 'netPrice', label: 'Net price', type: 'money' },
      { id: 'priceSheet', label: 'Price sheet', type: 'file' },
    ],
    policies: [
      {
        id: 'standard',
        name: 'Default policy',
        levels: [{ id: 'due', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'assignee' }] }],
      },
    ],
    stages: [
      {
        id: 'prepare',
        name: 'Prepare the offer',
        probability: 40,
        deadline: { after: { n: 10, unit: 'bd' } },
        policy: 'standard',
        steps: [
          {
            id: 'survey',
            kind: 'task',
            name: 'Technical survey',
            assign: { kind: 'department', department: 'technical' },
            outcomes: [
              { id: 'feasible', label: 'Feasible', passes: true },
              { id: 'no', label: 'Not feasible', passes: false },
            ],
          },
          {
            id: 'size',
            kind: 'branch',
            name: 'How large',
            cases: [{ port: 'large', label: 'Large', when: 'deal.systemSize > 50.0' }],
            default: { port: 'small', label: 'Small' },
          },
          {
            id: 'price',
            kind: 'task',
            name: 'Price the system',
            assign: { kind: 'department', department: 'analysis' },
            form: [{ field: 'netPrice', required: true }],
            due: { n: 2, unit: 'bd' },
            policy: 'standard',
            outcomes: [{ id: 'priced', label: 'Priced', passes: true }],
          },
        ],
        links: [
          { id: 'l1', from: 'survey', to: 'size', ports: ['feasible'] },
          { id: 'l2', from: 'size', to: 'price' },
        ],
        exits: [{ id: 'go', mode: 'auto', to: 'send' }],
      },
      {
        id: 'send',
        name: 'Send the offer',
        probability: 60,
        steps: [
          {
            id: 'mail',
            kind: 'email',
            name: 'Send by e-mail',
            subject: 'Your offer',
            body: 'Hello',
          },
          {
            id: 'answer',
            kind: 'wait',
            name: 'Answer or time-out',
            for: { kind: 'event', event: 'reply', timeout: { n: 3, unit: 'bd' } },
          },
        ],
        links: [{ id: 'l3', from: 'mail', to: 'answer' }],
        exits: [
          { id: 'sold', mode: 'manual', to: 'won' },
          { id: 'gone', mode: 'manual', to: 'lost', ungated: true },
        ],
      },
    ],
    outcomes: {
      won: { reasons: [{ id: 'price', label: 'Price' }] },
      lost: { reasons: [{ id: 'competitor', label: 'Competitor' }] },
    },
  });
}
