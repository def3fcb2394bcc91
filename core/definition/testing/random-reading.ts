import fc from 'fast-check';
import type { Drawing } from '../../drawing/drawing.ts';
import { asks, loses, parts, tinyDrawing, type TinyStage } from './tiny-drawing.ts';

/** A condition that may read what is not set. */
const field = fc.constantFrom(...'abcd');
const condition = fc.oneof(
  fc.tuple(field, fc.nat(3)).map(([id, n]) => `deal.${id} > ${n}`),
  field.map((id) => `has(deal.${id})`),
  fc.tuple(field, field).map(([a, b]) => `has(deal.${a}) && deal.${b} > 1`),
  fc.tuple(field, field).map(([a, b]) => `deal.${a} < deal.${b} || !has(deal.${b})`),
  fc.constantFrom('deal.g == "high"', 'has(deal.g)', '"x" in deal.h', 'has(deal.h)'),
);
const maybe = (odds: number) => fc.option(condition, { freq: odds, nil: undefined });

interface Drawn {
  kind: string;
  value: object;
}

const boss = { id: 'boss', to: { kind: 'role', role: 'manager' } };

/** Asks people or other systems, or adds up: what they set is sure less often than it looks. */
const asking: fc.Arbitrary<Drawn> = fc.oneof(
  fc
    .record({
      mandatory: fc.boolean(),
      voidOn: fc.subarray([...'abcd'], { maxLength: 2 }),
      upTo: fc.option(field.map((id) => ({ field: id, max: 2 }))),
    })
    .map(({ upTo, ...more }) => {
      const approvers = upTo ? [{ ...boss, id: 'lead', upTo }, boss] : [boss];
      return { kind: 'approval', value: { kind: 'approval', approvers, ...more } };
    }),
  fc
    .record({
      fields: fc.subarray([...'abcd'], { minLength: 1 }),
      over: fc.constantFrom(
        { kind: 'list', field: 'h' },
        { kind: 'list', field: 'h' },
        { kind: 'departments', departments: ['office', 'design'] },
      ),
      need: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      late: fc.constantFrom('wait', 'ignore', 'cancel'),
      mandatory: fc.constantFrom(true, true, true, false),
    })
    .map(({ fields, ...more }) => ({
      kind: 'each',
      value: { ...asks(...fields), kind: 'each', ...more },
    })),
  fc.tuple(condition, field, fc.boolean()).map(([when, to, tiered]) => ({
    kind: 'score',
    value: {
      kind: 'score',
      rules: [{ label: 'It holds', when, points: 5 }],
      field: to,
      ...(tiered && { tiers: { field: 'g', steps: [{ value: 'high', least: 5 }] } }),
    },
  })),
  fc.constantFrom('stageEntry', 'start').map((accepts) => ({
    kind: 'wait',
    value: {
      kind: 'wait',
      for: { kind: 'event', event: 'news', accepts, timeout: { n: 1, unit: 'd' } },
    },
  })),
  fc.option(field).map((to) => ({
    kind: to ? 'waited' : 'process',
    value: {
      kind: 'process',
      process: 'OTHER',
      ...(to && { wait: { timeout: { n: 1, unit: 'd' }, results: [{ from: 'a', to }] } }),
    },
  })),
);

const step: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 5, arbitrary: asking },
  {
    weight: 1,
    arbitrary: fc.constantFrom(['g'], ['h'], ['g', 'h']).map((f) => task(asks(...f))),
  },
  { weight: 4, arbitrary: fc.subarray([...'abcd'], { maxLength: 2 }).map((f) => task(asks(...f))) },
  {
    weight: 1,
    arbitrary: fc.subarray([...'abcd']).map((f) => task({ ...asks(...f), mandatory: false })),
  },
  { weight: 2, arbitrary: condition.map((when) => ({ kind: 'branch', value: parts(when) })) },
  {
    weight: 1,
    arbitrary: fc.tuple(field, field).map(([to, from]) => ({
      kind: 'update',
      value: { kind: 'update', set: [{ field: to, value: `deal.${from} + 1` }] },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'leave', value: loses }) },
);

const task = (value: object): Drawn => ({ kind: 'task', value });
const portsOf: Record<string, string[]> = {
  task: ['', '.yes', '.no'],
  branch: ['', '.x', '.y'],
  approval: ['', '.approved', '.rejected'],
  each: ['', '.done', '.short'],
  wait: ['', '.event', '.timeout'],
  waited: ['', '.finished', '.lost', '.timeout'],
};

const stage = fc
  .record({
    steps: fc.array(fc.tuple(step, maybe(4)), { minLength: 1, maxLength: 7 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), maybe(4)), { maxLength: 9 }),
    criteria: fc.array(condition, { maxLength: 1 }),
    entry: fc.array(condition, { maxLength: 1 }),
    early: fc.boolean(),
    when: maybe(3),
  })
  .map(({ steps, links, early, when, criteria, entry }) => (next: string): TinyStage => ({
    criteria,
    entry,
    steps: Object.fromEntries(
      steps.map(([{ value }, reads], i) => [`t${i}`, reads ? { ...value, when: reads } : value]),
    ),
    links: links.flatMap(([a, b, port, holds]) => {
      const from = Math.min(a % steps.length, b % steps.length);
      const to = Math.max(a % steps.length, b % steps.length);
      const { kind } = steps[from]![0];
      if (from === to || kind === 'leave') return [];
      const ports = portsOf[kind] ?? [''];
      const text = `t${from}${ports[port % ports.length]}>t${to}`;
      return [holds ? ([text, holds] as [string, string]) : text];
    }),
    exits: [
      ...(early ? [{ id: 'early', mode: 'event', event: 'call', to: next, ungated: true }] : []),
      { id: 'next', mode: 'auto', to: next, ...(when && { when }) },
    ],
  }));

/** Drawings whose steps, links, exits and gates read fields that other steps may have set. */
export const readingDrawing: fc.Arbitrary<Drawing> = fc
  .tuple(fc.array(stage, { minLength: 1, maxLength: 3 }), fc.constantFrom(true, true, false))
  .map(([stages, asked]) => {
    const next = (i: number) => (i + 1 < stages.length ? `s${i + 1}` : 'won');
    return withChoices(tinyDrawing(...stages.map((one, i) => one(next(i)))), asked);
  });

/** Two of the number fields are a choice and a list; the list may be asked for at intake. */
function withChoices(drawing: Drawing, asked: boolean): Drawing {
  const options = ['high', 'x', 'y'].map((value) => ({ value, label: value }));
  const more: Record<string, object> = {
    g: { type: 'choice', options },
    h: { type: 'choices', options, ...(asked && { intake: 'required' }) },
  };
  const fields = drawing.fields.map((one) => ({ ...one, ...more[one.id] }));
  return { ...drawing, fields };
}
