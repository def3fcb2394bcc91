import { compile } from '../../../definition/compile.ts';
import type { ProcessDefinition } from '../../../definition/definition.ts';
import { drawingSchema } from '../../../drawing/drawing.ts';
import type { Pattern, PatternStage } from './pattern.ts';

const fields = [
  ...['f', 'g'].map((id) => ({ id, label: id, type: 'number', intake: 'optional' })),
  {
    id: 'items',
    label: 'Items',
    type: 'choices',
    intake: 'required',
    options: ['x', 'y', 'z', 'w'].map((value) => ({ value, label: value })),
  },
];
const outcomes = [
  { id: 'done', label: 'Done' },
  { id: 'no', label: 'No', passes: false },
];
const work = { assign: { kind: 'department', department: 'technical' }, playbook: 'Do it.' };

/** The drawing of a pattern, compiled as publishing would: it must have no errors. */
export function patternDefinition({ stages, rails }: Pattern): ProcessDefinition {
  const reasons = [{ id: 'other', label: 'Other' }];
  const drawing = drawingSchema.parse({
    schema: 1,
    name: 'Pattern',
    currency: 'EUR',
    calendar: 'always',
    fields,
    policies: [],
    stages: stages.map((stage, index) => stageOf(stage, index, stages.length)),
    ...(rails && { rails }),
    outcomes: { won: { reasons }, lost: { reasons } },
  });
  return compile(drawing, { process: 'pattern' });
}

function stageOf({ steps, links = [], exits }: PatternStage, index: number, count: number) {
  const to = index + 1 < count ? `s${index + 1}` : 'won';
  return {
    id: `s${index}`,
    name: `Do part ${index}`,
    probability: 0,
    steps: Object.entries(steps).map(([id, step]) => stepOf(id, step)),
    links: links.map(linkOf),
    exits: exits ?? [{ id: 'next', mode: 'auto', to }],
  };
}

function stepOf(id: string, step: 'task' | object) {
  const given = step === 'task' ? { kind: 'task' } : step;
  const kind = 'kind' in given ? given.kind : 'task';
  const more = kind === 'task' || kind === 'each' ? { ...work, outcomes: [outcomes[0]] } : {};
  return { id, name: `Step ${id}`, kind, ...more, ...given };
}

/** Outcomes `done`, which passes, and `no`, which does not. */
export const yesOrNo = { outcomes };

function linkOf(text: string, index: number) {
  const [path, max] = text.split('^') as [string, string | undefined];
  const [source, to] = path.split('>') as [string, string];
  const [from, ports] = source.split('.') as [string, string | undefined];
  return {
    id: `l${index}`,
    from,
    to,
    ports: ports?.split('+') ?? [],
    ...(max && { rework: { max: Number(max) } }),
  };
}
