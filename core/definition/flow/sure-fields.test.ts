import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../drawing/drawing.ts';
import { asks, loses, parts, reads, tinyDrawing } from '../testing/tiny-drawing.ts';
import { validateDrawing } from '../validate.ts';

/** Where a field is read that may be empty (E7): `stage/element fieldPath`. */
function mayBeEmpty(drawing: Drawing): string[] {
  return validateDrawing(drawing)
    .filter(({ code }) => code === 'field-may-be-empty')
    .map(({ stage, elementId, fieldPath }) => `${stage}/${elementId} ${fieldPath}`);
}

const nothing: string[] = [];

describe('fields that are surely set (E7)', () => {
  it('are not set where no step before asks for them', () => {
    expect(mayBeEmpty(tinyDrawing({ steps: { t: reads('deal.a > 1') } }))).toEqual(['s0/t when']);
  });

  it('are set behind a task that requires them, not beside it', () => {
    const steps = { ask: asks('a'), after: reads('deal.a > 1'), beside: reads('deal.a > 1') };
    expect(mayBeEmpty(tinyDrawing({ steps, links: ['ask>after'] }))).toEqual(['s0/beside when']);
  });

  it('are set when they are required at intake, and not when they are optional there', () => {
    const drawing = tinyDrawing({ steps: { t: reads('deal.a > deal.b') } });
    drawing.fields[0]!.intake = 'required';
    drawing.fields[1]!.intake = 'optional';
    expect(
      validateDrawing(drawing).find(({ code }) => code === 'field-may-be-empty')?.message,
    ).toBe(
      '“t” reads “B”, which may be empty there. Make it required before, or say with has(…) what holds when empty.',
    );
  });

  it('may be empty behind a task that can be stepped over, by its condition or as optional', () => {
    const steps = {
      maybe: { ...asks('a'), when: '1.0 < 2.0' },
      offered: { ...asks('b'), mandatory: false },
      t: reads('deal.a > 1'),
      u: reads('deal.b > 1'),
    };
    const links = ['maybe>t', 'offered>u'];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(['s0/t when', 's0/u when']);
  });

  it('are set behind an outcome that a task stepped over cannot end by', () => {
    const steps = { maybe: { ...asks('a'), when: '1.0 < 2.0' }, t: reads('deal.a > 1') };
    expect(mayBeEmpty(tinyDrawing({ steps, links: ['maybe.no>t'] }))).toEqual(nothing);
  });

  it('are set where two ways meet when both ways set them', () => {
    const steps = {
      b: parts(),
      x: asks('a', 'b'),
      y: asks('a'),
      t: reads('deal.a > 1'),
      u: reads('deal.b > 1'),
    };
    const links = ['b.x>x', 'b.y>y', 'x>t', 'y>t', 'x>u', 'y>u'];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(['s0/u when']);
  });

  it('are set behind the join of a split, by what stands after the join', () => {
    const steps = {
      b: parts(),
      x: parts(),
      p: asks(),
      q: asks(),
      r: asks(),
      join: asks('a'),
      t: reads('deal.a > 1'),
      other: asks(),
    };
    const links = [
      'b.x>x',
      'x.x>p',
      'x.y>q',
      'b.y>r',
      'p>join',
      'q>join',
      'r>join',
      'join>t',
      'other>t',
    ];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(nothing);
    const cut = links.filter((link) => link !== 'q>join');
    expect(mayBeEmpty(tinyDrawing({ steps, links: cut }))).toEqual(['s0/t when']);
  });

  it('are set by a step that always runs, even on a way that was not taken', () => {
    const steps = { ask: asks('a'), b: parts(), t: reads('deal.a > 1'), u: asks() };
    const links = ['ask.no>t', 'b.x>t'];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(nothing);
  });

  it('are not promised by a link that has a condition', () => {
    const steps = { ask: asks(), b: asks('a'), t: reads('deal.a > 1'), other: asks() };
    const links: (string | [string, string])[] = [['ask>b', '1.0 < 2.0'], 'b>t', 'other>t'];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(['s0/t when']);
  });

  it('count on deals that go on: who was lost does not read', () => {
    const steps = { b: parts(), no: loses, ask: asks('a') };
    const links = ['b.x>no', 'b.y>ask'];
    const after = { steps: { t: reads('deal.a > 1') } };
    expect(mayBeEmpty(tinyDrawing({ steps, links }, after))).toEqual(nothing);
    const sometimes = { ...loses, when: '1.0 < 2.0' };
    const drawing = tinyDrawing({ steps: { ...steps, no: sometimes }, links }, after);
    expect(mayBeEmpty(drawing)).toEqual(['s1/t when']);
  });

  it('are known from conditions that hold: of links, cases, criteria and the gate into a stage', () => {
    const steps = {
      s: asks(),
      t: reads('deal.a > 1'),
      b: parts('has(deal.b)'),
      u: reads('deal.b > 1'),
    };
    const links: (string | [string, string])[] = [['s>t', 'has(deal.a) && deal.a < 9'], 'b.x>u'];
    const first = { steps, links, criteria: ['has(deal.c)'] };
    const second = { steps: { v: reads('deal.c > 1 && deal.d > 1') }, entry: ['has(deal.d)'] };
    expect(mayBeEmpty(tinyDrawing(first, second))).toEqual(nothing);
  });

  it('must be set on every way into a stage', () => {
    const exits = [
      { id: 'a', mode: 'manual', to: 's1' },
      { id: 'b', mode: 'manual', to: 's2' },
    ];
    const first = { steps: { p: asks('a') }, exits };
    const second = { steps: { q: asks('b') } };
    const third = { steps: { t: reads('deal.a > 1'), u: reads('deal.b > 1') } };
    expect(mayBeEmpty(tinyDrawing(first, second, third))).toEqual(['s2/u when']);
  });

  it('are not set when a stage is left early, by an event or ungated', () => {
    const exits = [
      { id: 'next', mode: 'auto', to: 's1' },
      { id: 'early', mode: 'auto', to: 's1', ungated: true, when: 'deal.a > 1' },
      { id: 'called', mode: 'event', event: 'e', to: 's1', when: 'deal.a > 1' },
    ];
    const drawing = tinyDrawing(
      { steps: { p: asks('a') }, exits },
      { steps: { t: reads('deal.a > 1') } },
    );
    expect(mayBeEmpty(drawing)).toEqual(['s0/early when', 's0/called when']);
  });

  it('are asked for in values, criteria and exits too, not in mandatory conditions (E2)', () => {
    const steps = {
      set: { kind: 'update', set: [{ field: 'h', value: 'deal.a + 1' }] },
      m: { ...asks(), mandatory: 'deal.a > 1' },
    };
    const exits = [{ id: 'next', mode: 'auto', to: 'won', when: 'deal.a > 1' }];
    const drawing = tinyDrawing({ steps, exits, criteria: ['deal.a > 1'] });
    expect(mayBeEmpty(drawing)).toEqual([
      's0/s0 criteria.0.when',
      's0/set set.0.value',
      's0/next when',
    ]);
  });

  it('are set by a step that sets fields', () => {
    const steps = {
      set: { kind: 'update', set: [{ field: 'h', value: '1' }] },
      t: reads('deal.h > 1'),
    };
    expect(mayBeEmpty(tinyDrawing({ steps, links: ['set>t'] }))).toEqual(nothing);
  });

  it('offers to take empty as no, which removes the problem', () => {
    const drawing = tinyDrawing({ steps: { t: reads('deal.a > deal.b') } });
    const [problem] = validateDrawing(drawing).filter(({ code }) => code === 'field-may-be-empty');
    expect(problem!.fix).toEqual({
      label: 'Take empty as no',
      patch: [
        {
          op: 'replace',
          path: ['stages', 0, 'steps', 0, 'when'],
          value: 'has(deal.a) && has(deal.b) && (deal.a > deal.b)',
        },
      ],
    });
    drawing.stages[0]!.steps[0]!.when = String(problem!.fix!.patch[0]!.value);
    expect(mayBeEmpty(drawing)).toEqual(nothing);
  });
});
