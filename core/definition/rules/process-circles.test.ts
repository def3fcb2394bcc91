import { describe, expect, it } from 'vitest';
import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';
import { automaticStarts } from '../flow/automatic-starts.ts';
import { processCircles } from './process-circles.ts';

const reasons = { reasons: [{ id: 'other', label: 'Other' }] };
const starts = (process: string, more: object = {}) => ({
  id: 'p',
  kind: 'process',
  name: 'Start it',
  process,
  ...more,
});
const asks = {
  id: 't',
  kind: 'task',
  name: 'Call',
  assign: { kind: 'owner' },
  outcomes: [{ id: 'done', label: 'Done' }],
};
const wait = {
  id: 'w',
  kind: 'wait',
  name: 'Wait',
  for: { kind: 'time', duration: { n: 1, unit: 'd' } },
};
const won = { id: 'e', mode: 'auto', to: 'won' };
const manual = { id: 'm', mode: 'manual', to: 'won' };
const behind = (from: string) => [{ id: 'l', from, to: 'p' }];
const timeout = { timeout: { n: 9, unit: 'd' } };

interface Parts {
  steps?: object[];
  links?: object[];
  exits?: object[];
  then?: object[];
  rails?: object[];
}

function drawn({ steps = [], links = [], exits = [won], then, rails }: Parts): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Circle',
    currency: 'EUR',
    calendar: 'always',
    fields: [{ id: 'f', label: 'F', type: 'text' }],
    policies: [],
    stages: [{ id: 's', name: 'Do it', probability: 10, steps, links, exits }],
    ...(rails && { rails }),
    outcomes: { won: { ...reasons, ...(then && { then }) }, lost: reasons },
  });
}

/** Where `A` is drawn so that deals run away; the others are live as given. */
function found(a: Parts, others: Record<string, Parts> = {}): string[] {
  const processes = Object.entries(others).map(([key, parts]) => ({
    key,
    name: key,
    live: true,
    stages: [],
    fields: [],
    starts: automaticStarts(drawn(parts)),
  }));
  const problems = [...processCircles(drawn(a), 'A', processes)];
  return problems.map(({ elementKind, elementId }) => `${elementKind} ${elementId}`.trim());
}

describe('E28: a circle of processes without a wait or a person', () => {
  it('is one process that starts itself, by a step, an outcome, an exit or a rail', () => {
    expect(found({ steps: [starts('A'), asks], exits: [manual] })).toEqual(['step p']);
    expect(found({ then: [{ id: 'x', process: 'A' }] })).toEqual(['process']);
    const on = { id: 'o', mode: 'auto', to: 'continue', continueIn: { process: 'A' } };
    expect(found({ exits: [on] })).toEqual(['exit o']);
    const rail = { id: 'r', name: 'Beside', from: 's', to: 's', trigger: { on: 'start' } };
    const rails = [{ ...rail, steps: [starts('A')] }];
    expect(found({ rails, exits: [manual] })).toEqual(['step p']);
  });

  it('is broken by a person or a wait on the way, and by a follow-up that begins later', () => {
    for (const step of [asks, wait]) {
      const before = { steps: [step, starts('A')], links: behind(step.id) };
      expect(found(before)).toEqual([]);
      expect(found({ steps: [step], then: [{ id: 'x', process: 'A' }] })).toEqual([]);
    }
    expect(found({ exits: [manual], then: [{ id: 'x', process: 'A' }] })).toEqual([]);
    const later = { id: 'x', process: 'A', after: { n: 1, unit: 'd' } };
    expect(found({ then: [later] })).toEqual([]);
    const by = { ...manual, to: 'continue', continueIn: { process: 'A' } };
    expect(found({ exits: [by] })).toEqual([]);
  });

  it('is not broken by work that may be stepped over, nor by a mail', () => {
    const sometimes = { ...asks, when: 'has(deal.f)' };
    expect(found({ steps: [sometimes, starts('A')], links: behind('t') })).toEqual(['step p']);
    const mail = { id: 'm', kind: 'email', name: 'Mail', subject: 'S', body: 'B' };
    expect(found({ steps: [mail, starts('A')], links: behind('m') })).toEqual(['step p']);
  });

  it('leads over several processes, wherever each is started', () => {
    const a = { steps: [starts('B')], exits: [manual] };
    expect(found(a, { B: { then: [{ id: 'x', process: 'C' }] }, C: a })).toEqual([]);
    const c = { steps: [starts('A')], exits: [manual] };
    expect(found(a, { B: { then: [{ id: 'x', process: 'C' }] }, C: c })).toEqual(['step p']);
    const asked = { steps: [asks], then: [{ id: 'x', process: 'C' }] };
    expect(found(a, { B: asked, C: c })).toEqual([]);
  });

  it('may wait for another process, where no person works in that one either', () => {
    const a = { steps: [starts('B', { wait: timeout })], then: [{ id: 'x', process: 'A' }] };
    expect(found(a, { B: {} })).toEqual(['process']);
    expect(found(a, { B: { steps: [asks] } })).toEqual([]);
    expect(found(a)).toEqual([]);
  });
});
