import fc from 'fast-check';
import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';

const kinds = ['task', 'approval', 'each', 'email', 'wait', 'branch', 'webhook', 'leave'] as const;
const links = ['plain', 'named', 'rework'] as const;
const conditions = [undefined, 'deal.fits', 'deal.place == "a place with a long name"'];

/** Drawings of any shape, circles and dead ends included: what an editor may hold at any moment. */
export function anyDrawing(most: { stages: number; steps: number }): fc.Arbitrary<Drawing> {
  const stage = fc.record({
    steps: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), when: fc.constantFrom(...conditions) }),
      { maxLength: most.steps },
    ),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...links)), {
      maxLength: most.steps * 2,
    }),
    exits: fc.array(fc.nat(), { maxLength: 4 }),
  });
  return fc.array(stage, { minLength: 1, maxLength: most.stages }).map((stages) => {
    const targets = [...stages.map((_, i) => `s${i}`), 'won', 'lost', 'continue', 'nowhere'];
    return drawingSchema.parse({
      schema: 1,
      name: 'Any',
      currency: 'EUR',
      calendar: 'c',
      fields: [],
      policies: [],
      outcomes: { won: { reasons: [] }, lost: { reasons: [] } },
      rails: stages.slice(1).map((_, i) => ({
        id: `r${i}`,
        name: `Rail ${i}`,
        from: 's0',
        to: `s${i}`,
        trigger: { on: 'start' },
      })),
      stages: stages.map(({ steps, links: drawn, exits }, i) => ({
        id: `s${i}`,
        name: `Do ${i}`,
        probability: 0,
        steps: steps.map(({ kind, when }, s) => ({
          ...stepOf(kind, targets[(i + s) % targets.length]!),
          ...(when && { when }),
          id: `t${s}`,
          name: `Step ${s}`,
        })),
        links: drawn.map(([from, to, way], l) => ({
          id: `l${l}`,
          from: `t${from % (steps.length + 1)}`,
          to: `t${to % (steps.length + 1)}`,
          ports: way === 'named' ? ['done'] : [],
          ...(way === 'rework' && { rework: { max: 2 } }),
        })),
        exits: exits.map((to, e) => ({
          id: `e${e}`,
          mode: 'manual',
          to: targets[to % targets.length]!,
        })),
      })),
    });
  });
}

function stepOf(kind: (typeof kinds)[number], target: string): object {
  switch (kind) {
    case 'task':
      return { kind, assign: { kind: 'owner' }, outcomes: [{ id: 'done', label: 'Done' }] };
    case 'approval':
      return { kind, approvers: [{ id: 'a', to: { kind: 'owner' } }] };
    case 'each':
      return {
        kind,
        over: { kind: 'list', field: 'f' },
        assign: { kind: 'owner' },
        outcomes: [{ id: 'done', label: 'Done' }],
      };
    case 'webhook':
      return { kind, url: 'https://example.com' };
    case 'email':
      return { kind, subject: 'S', body: 'B' };
    case 'wait':
      return { kind, for: { kind: 'event', event: 'e' } };
    case 'branch':
      return { kind, cases: [{ port: 'a', label: 'A', when: 'true' }] };
    case 'leave':
      return { kind, to: target };
  }
}
