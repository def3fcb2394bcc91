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
);
const maybe = (odds: number) => fc.option(condition, { freq: odds, nil: undefined });

interface Drawn {
  kind: string;
  value: object;
}

const step: fc.Arbitrary<Drawn> = fc.oneof(
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
const portsOf: Record<string, string[]> = { task: ['', '.yes', '.no'], branch: ['', '.x', '.y'] };

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
  .array(stage, { minLength: 1, maxLength: 3 })
  .map((stages) =>
    tinyDrawing(...stages.map((one, i) => one(i + 1 < stages.length ? `s${i + 1}` : 'won'))),
  );
