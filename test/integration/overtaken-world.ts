import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import type { DealDetail } from '#api/contract/deals.ts';
import type { Answer } from '../support/api-client.ts';
import { publishProcess } from '../support/publish.ts';
import { dealTask, newDeal, openWorld, type World } from './api-world.ts';

const key = 'OVT-1';
const done = [{ id: 'done', label: 'Done' }];
const lost = { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' };

/** A survey that may wait, a price that the owner sets, and an approval that shows the price. */
const drawing: Drawing = drawingSchema.parse({
  schema: 1,
  name: 'At once',
  currency: 'PLN',
  calendar: 'always',
  fields: [
    { id: 'price', label: 'Price', type: 'money', intake: 'optional' },
    { id: 'place', label: 'Place', type: 'text' },
    { id: 'text', label: 'Text', type: 'text' },
  ],
  policies: [],
  stages: [
    {
      id: 'work',
      name: 'Work on it',
      probability: 40,
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey the roof',
          assign: { kind: 'department', department: 'technical' },
          pauses: ['customer'],
          outcomes: done,
        },
        {
          id: 'price',
          kind: 'task',
          name: 'Set the price',
          assign: { kind: 'owner' },
          form: [{ field: 'price' }, { field: 'place' }],
          outcomes: done,
        },
        {
          id: 'check',
          kind: 'approval',
          name: 'Check the price',
          approvers: [{ id: 'money', to: { kind: 'department', department: 'analysis' } }],
          shows: ['price'],
        },
        {
          id: 'revise',
          kind: 'task',
          name: 'Revise the price',
          assign: { kind: 'owner' },
          outcomes: done,
        },
      ],
      links: [{ id: 'no', from: 'check', to: 'revise', ports: ['rejected'] }],
      exits: [{ id: 'won', name: 'Win', mode: 'manual', to: 'won' }, lost],
    },
  ],
  outcomes: {
    won: { reasons: [{ id: 'price', label: 'Price' }] },
    lost: { reasons: [{ id: 'price', label: 'Price' }] },
  },
});

export async function openOvertakenWorld(): Promise<World> {
  const world = await openWorld();
  await publishProcess(world.as.root, key, drawing);
  return world;
}

/** A deal of Sam's at 100.00 whose three tasks are open. */
export async function openDeal(world: World): Promise<string> {
  const asked = { ...newDeal(), process: key, fields: { price: 10_000 } };
  const { id } = await world.as.sam.send<{ id: string }>('POST', '/deals', asked);
  await dealTask(world, id, 'survey');
  return id;
}

export const readDeal = ({ as }: World, id: string) => as.sam.get<DealDetail>(`/deals/${id}`);

/** Statuses, the lowest first: one of two that act on the same is done, and the other refused. */
export function statusesOf(answers: Answer[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b);
}
