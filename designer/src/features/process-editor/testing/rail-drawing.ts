import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { sampleDrawing } from './sample-drawing.ts';

/** The sample process with a rail of three steps, an approval with rework, an exit back and a clock. */
export function railDrawing(): Drawing {
  const drawing = sampleDrawing();
  const [prepare, send] = drawing.stages;
  if (!prepare || !send) throw new Error('The sample process has two stages.');
  const owner = { kind: 'owner' };
  return drawingSchema.parse({
    ...drawing,
    stages: [
      {
        ...prepare,
        steps: [
          ...prepare.steps,
          {
            id: 'approve',
            kind: 'approval',
            name: 'Approve margin',
            approvers: [{ id: 'lead', to: { kind: 'role', role: 'manager' } }],
            notBy: ['price'],
            voidOn: ['netPrice'],
            policy: 'standard',
          },
        ],
        links: [
          ...prepare.links,
          { id: 'l4', from: 'price', to: 'approve' },
          { id: 'back', from: 'approve', to: 'price', ports: ['rejected'], rework: { max: 2 } },
        ],
      },
      {
        ...send,
        exits: [
          ...send.exits,
          { id: 'again', mode: 'manual', to: 'prepare', max: 3, redo: ['price', 'survey'] },
        ],
      },
    ],
    rails: [
      {
        id: 'quiet',
        name: 'No activity',
        from: 'prepare',
        to: 'send',
        trigger: { on: 'silence', after: { n: 14, unit: 'd' }, events: ['reply'] },
        steps: [
          { id: 'tell', kind: 'notify', name: 'Tell', to: [owner], message: 'Quiet' },
          {
            id: 'contact',
            kind: 'task',
            name: 'Contact',
            assign: owner,
            outcomes: [{ id: 'done', label: 'Done' }],
          },
          {
            id: 'pause',
            kind: 'wait',
            name: 'Five days',
            for: { kind: 'time', duration: { n: 5, unit: 'bd' } },
          },
        ],
        links: [
          { id: 'r1', from: 'contact', to: 'pause' },
          { id: 'r2', from: 'pause', to: 'tell' },
        ],
      },
    ],
    clocks: [
      {
        id: 'first',
        name: 'First contact',
        target: { n: 1, unit: 'bd' },
        policy: 'standard',
        start: { on: 'stage', stage: 'send' },
        stop: { on: 'step', stage: 'prepare', step: 'price' },
        pause: { on: 'step', stage: 'quiet', step: 'contact' },
      },
    ],
  });
}
