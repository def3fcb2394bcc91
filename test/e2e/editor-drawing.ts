import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

const done = [{ id: 'done', label: 'Done' }];
const lose = { id: 'lose', name: 'Lose the deal', mode: 'manual', to: 'lost' };

/** Two stages with a chain of three tasks and a branch, without problems. */
export function editorDrawing(): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Roof systems',
    currency: 'PLN',
    calendar: 'always',
    fields: [{ id: 'size', label: 'System size', type: 'number', intake: 'required' }],
    policies: [
      {
        id: 'standard',
        name: 'Default',
        levels: [{ id: 'due', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'owner' }] }],
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
            name: 'Survey the roof',
            assign: { kind: 'department', department: 'technical' },
            outcomes: done,
            playbook: 'Measure the roof.',
          },
          {
            id: 'large',
            kind: 'branch',
            name: 'How large',
            cases: [{ port: 'large', label: 'Large', when: 'deal.size > 50.0' }],
            default: { port: 'small', label: 'Small' },
          },
          {
            id: 'price',
            kind: 'task',
            name: 'Price the system',
            assign: { kind: 'owner' },
            outcomes: done,
            playbook: 'Take the newest list.',
          },
        ],
        links: [
          { id: 'l1', from: 'survey', to: 'large' },
          { id: 'l2', from: 'large', to: 'price' },
        ],
        exits: [{ id: 'next', mode: 'auto', to: 'send' }, lose],
      },
      {
        id: 'send',
        name: 'Send the offer',
        probability: 60,
        deadline: { after: { n: 5, unit: 'bd' } },
        policy: 'standard',
        exits: [{ id: 'win', name: 'Win the deal', mode: 'manual', to: 'won' }, lose],
      },
    ],
    outcomes: {
      won: { reasons: [{ id: 'price', label: 'Price' }] },
      lost: { reasons: [{ id: 'price', label: 'Price' }] },
    },
  });
}
