import { describe, expect, it } from 'vitest';
import { railSchema } from '../../drawing/rail.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { asks, parts, reads, tinyDrawing } from '../testing/tiny-drawing.ts';
import { validateDrawing } from '../validate.ts';

/** Where a field is read that may be empty (E7): `stage/element fieldPath`. */
function mayBeEmpty(drawing: Drawing): string[] {
  return validateDrawing(drawing)
    .filter(({ code }) => code === 'field-may-be-empty')
    .map(({ stage, elementId, fieldPath }) => `${stage}/${elementId} ${fieldPath}`);
}

const approval = {
  kind: 'approval',
  approvers: [{ id: 'boss', to: { kind: 'person', person: 'ana' } }],
};

/** Draws a way back from the approval `ok` to this step of the first stage. */
function reworked(drawing: Drawing, to: string): Drawing {
  const rework = { max: 3 };
  drawing.stages[0]!.links.push({ id: 'back', from: 'ok', to, ports: ['rejected'], rework });
  return drawing;
}

describe('surely set fields where not all is waited for', () => {
  it('E5: behind a join of any, only what all its sources share is set', () => {
    const steps = {
      x: asks('a', 'b'),
      y: asks('a'),
      t: { ...reads('deal.a > 1'), join: { mode: 'any' } },
      u: { ...reads('deal.b > 1'), join: { mode: 'count', count: 1 } },
    };
    const links = ['x>t', 'y>t', 'x>u', 'y>u'];
    expect(mayBeEmpty(tinyDrawing({ steps, links }))).toEqual(['s0/u when']);
  });

  it('E5: a step that a cancelling join may stop has not surely set anything for the next stage', () => {
    const first = (late: string) => ({
      steps: { x: asks('a'), y: asks(), j: { ...asks(), join: { mode: 'any', late } } },
      links: ['x>j', 'y>j'],
    });
    const second = { steps: { t: reads('deal.a > 1') } };
    expect(mayBeEmpty(tinyDrawing(first('cancel'), second))).toEqual(['s1/t when']);
    expect(mayBeEmpty(tinyDrawing(first('ignore'), second))).toEqual([]);
  });

  it('E8: an each sets nothing for sure, because there may be no item', () => {
    const over = { kind: 'departments', departments: ['office'] };
    const each = { ...asks('a'), kind: 'each', over };
    const drawing = tinyDrawing({ steps: { e: each, t: reads('deal.a > 1') }, links: ['e>t'] });
    expect(mayBeEmpty(drawing)).toEqual(['s0/t when']);
  });

  it('E11: what a carried step sets is not set when its stage is left', () => {
    const first = { steps: { x: { ...asks('a'), carry: {} } } };
    const drawing = tinyDrawing(first, { steps: { t: reads('deal.a > 1') } });
    expect(mayBeEmpty(drawing)).toEqual(['s1/t when']);
  });

  it('are not those of a step that is given up while it runs', () => {
    const x = { ...asks('a'), onlyWhile: '1.0 < 2.0' };
    const drawing = tinyDrawing({ steps: { x, t: reads('deal.a > 1') }, links: ['x>t'] });
    expect(mayBeEmpty(drawing)).toEqual(['s0/t when']);
  });

  it('are those of a repeated task after its first attempt', () => {
    const repeat = { on: ['no'], max: 3, every: { n: 1, unit: 'd' } };
    const x = { ...asks('a'), repeat };
    const drawing = tinyDrawing({ steps: { x, t: reads('deal.a > 1') }, links: ['x.each>t'] });
    expect(mayBeEmpty(drawing)).toEqual([]);
  });

  it('are the tier of a score only when every score reaches one', () => {
    const score = (least: number) => ({
      kind: 'score',
      rules: [{ label: 'Yes', when: '1.0 < 2.0', points: -5 }],
      field: 'a',
      tiers: { field: 'b', steps: [{ value: 'low', least }] },
    });
    const steps = (least: number) => ({ s: score(least), t: reads('deal.a + deal.b > 1') });
    const drawn = (least: number) => tinyDrawing({ steps: steps(least), links: ['s>t'] });
    expect(mayBeEmpty(drawn(0))).toEqual(['s0/t when']);
    expect(mayBeEmpty(drawn(-5))).toEqual([]);
  });
});

describe('surely set fields where work is done again', () => {
  it('E13: what a reworked step sets is set behind it, because the reader has its turn after it again', () => {
    const steps = { price: asks('a'), ok: approval, t: reads('deal.a > 1') };
    const links = ['price>ok', 'ok.approved>t'];
    expect(mayBeEmpty(reworked(tinyDrawing({ steps, links }), 'price'))).toEqual([]);
  });

  it('E13: whoever is behind the approval took another outcome than the way back', () => {
    const steps = { price: asks('a'), ok: approval, more: asks('b') };
    const links = ['price>ok', 'ok.approved>more'];
    const drawing = tinyDrawing({ steps, links }, { steps: { t: reads('deal.b > 1') } });
    expect(mayBeEmpty(reworked(drawing, 'price'))).toEqual([]);
  });

  it('E13: a field asked for again is hidden meanwhile, also from a step beside', () => {
    const steps = { price: asks('a'), ok: approval, beside: reads('deal.a > 1') };
    const drawing = tinyDrawing({ steps, links: ['price>ok'] });
    drawing.fields[0]!.intake = 'required';
    expect(mayBeEmpty(drawing)).toEqual([]);
    expect(mayBeEmpty(reworked(drawing, 'price'))).toEqual(['s0/beside when']);
  });

  it('E14: a voided approval hides what is behind it', () => {
    const steps = { ok: { ...approval, voidOn: ['b'] }, price: asks('a'), t: reads('deal.a > 1') };
    const drawing = tinyDrawing({ steps, links: ['ok>price'] });
    drawing.fields[0]!.intake = 'required';
    expect(mayBeEmpty(drawing)).toEqual(['s0/t when']);
  });

  it('E12: an exit back hides what it has done again, until it is', () => {
    const back = (redo: string[]) => ({ id: 'back', mode: 'manual', to: 's0', redo });
    const drawn = (redo: string[]) =>
      tinyDrawing(
        { steps: { early: reads('deal.a > 1') } },
        { steps: { price: asks('a') }, exits: [{ id: 'on', mode: 'auto', to: 'won' }, back(redo)] },
      );
    for (const [redo, expected] of [
      [[], []],
      [['price'], ['s0/early when']],
    ] as const) {
      const drawing = drawn([...redo]);
      drawing.fields[0]!.intake = 'required';
      expect(mayBeEmpty(drawing)).toEqual(expected);
    }
  });

  it('E12: a stage reached only by an exit back knows what that way knows', () => {
    const exit = (to: string) => ({ id: to, mode: 'manual', to });
    const drawing = tinyDrawing(
      { steps: { p: asks('a') }, exits: [exit('s2')] },
      { steps: { t: reads('deal.a > 1 && deal.b > 1') }, exits: [exit('won')] },
      { steps: { q: asks('b') }, exits: [exit('s1'), exit('won')] },
    );
    expect(mayBeEmpty(drawing)).toEqual([]);
  });
});

describe('surely set fields beside the stages', () => {
  it('of a rail are those that every stage of its stretch is entered with', () => {
    const drawing = tinyDrawing(
      { steps: { p: asks('a') } },
      { steps: { q: asks('b') } },
      { steps: { r: asks() } },
    );
    const steps = [{ id: 't', name: 'T', ...reads('deal.a > 1 && deal.b > 1') }];
    const rail = { id: 'r', name: 'R', trigger: { on: 'start' }, steps };
    drawing.rails = [railSchema.parse({ ...rail, from: 's1', to: 's2' })];
    expect(validateDrawing(drawing).map(({ message }) => message)).toContain(
      '“T” reads “B”, which may be empty there. Make it required before, or say with has(…) what holds when empty.',
    );
    drawing.rails = [railSchema.parse({ ...rail, from: 's2', to: 's2' })];
    expect(mayBeEmpty(drawing)).toEqual([]);
  });

  it('of what follows an outcome are those of every way to it; a deal can be lost from anywhere', () => {
    const drawing = tinyDrawing({ steps: { b: parts(), p: asks('a') }, links: [] });
    const then = { id: 'x', process: 'P', when: 'deal.a > 1', fields: [] };
    drawing.outcomes.won.then = [then];
    drawing.outcomes.lost.then = [then];
    const [problem, ...others] = validateDrawing(drawing).filter(
      ({ code }) => code === 'field-may-be-empty',
    );
    expect([problem?.fieldPath, others]).toEqual(['outcomes.lost.then.0.when', []]);
  });
});
