import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBoard } from '../layout/board.ts';
import { anyDrawing } from '../layout/testing/random-drawing.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { stepSchema } from '../drawing/step.ts';
import { cleanDrawing } from './testing/clean-drawing.ts';
import { stageOf } from './testing/find.ts';
import { sampleDirectory } from './testing/sample-directory.ts';
import { asks, tinyDrawing } from './testing/tiny-drawing.ts';
import { validate } from './validate.ts';

/** A chain of diamonds: 2ⁿ paths through 3n steps. */
function diamonds(n: number): Drawing {
  const ids = Array.from({ length: n }, (_, i) => i);
  const steps = ids.flatMap((i) => ['a', 'b', 'c'].map((side) => [`${side}${i}`, asks('a')]));
  const links = ids.flatMap((i) => [
    `a${i}>b${i}`,
    `a${i}>c${i}`,
    `b${i}>a${i + 1}`,
    `c${i}>a${i + 1}`,
  ]);
  const inside = links.filter((link) => !link.endsWith(`>a${n}`));
  return tinyDrawing({ steps: Object.fromEntries(steps), links: inside });
}

/** Diamonds whose ends are approvals that wait for one side and may send everything back. */
function approvedDiamonds(n: number): Drawing {
  const drawing = diamonds(n);
  const [stage] = drawing.stages;
  stage!.steps = stage!.steps.map((step, i) => {
    const { id } = step;
    const at = Number(id.slice(1));
    if (!id.startsWith('a') || at === 0) return step;
    const approvers = [{ id: 'boss', to: { kind: 'person', person: 'ana' } }];
    const join = { mode: 'any', late: 'cancel' };
    return stepSchema.parse({
      id,
      name: id,
      kind: 'approval',
      approvers,
      join,
      redo: i % 2 ? 'always' : 'never',
      notBy: [`b${at - 1}`],
      voidOn: ['a'],
    });
  });
  for (let at = 1; at < n; at++) {
    const rework = { max: 2 };
    stage!.links.push({
      id: `r${at}`,
      from: `a${at}`,
      to: `b${at - 1}`,
      ports: ['rejected'],
      rework,
    });
  }
  return drawing;
}

/** Many sources of one join. */
function wideJoin(n: number): Drawing {
  const sources = Array.from({ length: n }, (_, i) => `s${i}`);
  const hook = { kind: 'webhook', url: 'https://example.com' };
  const steps = Object.fromEntries(sources.map((id) => [id, hook]));
  const join = { ...asks('a'), join: { mode: 'count', count: Math.min(n, 100) } };
  return tinyDrawing({
    steps: { ...steps, join },
    links: sources.flatMap((id) => [`${id}.delivered>join`, `${id}>join`]),
  });
}

/** How often links are looked at while `work` runs on the drawing. */
function visits(drawing: Drawing, work: (drawing: Drawing) => void): number {
  let count = 0;
  const counted = <T extends object>(element: T) =>
    new Proxy(element, {
      get(target, key, receiver) {
        count += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  for (const stage of drawing.stages) stage.links = stage.links.map(counted);
  work(drawing);
  return count;
}

describe('validate', () => {
  it('gives all problems at once, errors first, then by stage', () => {
    const drawing = cleanDrawing();
    const send = stageOf(drawing, 'send');
    send.name = 'Offer';
    send.policy = 'none';
    stageOf(drawing, 'prepare').steps[1]!.when = 'deal.colour';
    drawing.outcomes.lost.reasons.push({ id: 'other', label: 'Again' });
    expect(validate(drawing, sampleDirectory()).map((p) => [p.severity, p.stage, p.code])).toEqual([
      ['error', undefined, 'duplicate-id'],
      ['error', 'prepare', 'condition-invalid'],
      ['error', 'send', 'unknown-policy'],
      ['warning', 'send', 'stage-without-verb'],
    ]);
  });

  it('names elements as people do, and says where the problem sits', () => {
    const drawing = cleanDrawing();
    stageOf(drawing, 'prepare').steps[3]!.when = 'deal.fits >';
    const [problem] = validate(drawing, sampleDirectory());
    expect(problem).toMatchObject({
      elementKind: 'step',
      elementId: 'price',
      stage: 'prepare',
      fieldPath: 'when',
    });
    expect(problem!.message).toMatch(/^“Price it”: /);
  });

  it('never throws, whatever an editor may hold, and always points at an element', () => {
    fc.assert(
      fc.property(anyDrawing({ stages: 5, steps: 10 }), (drawing) => {
        for (const { elementKind, elementId, stage } of validate(drawing, sampleDirectory())) {
          const home = drawing.stages.find(({ id }) => id === stage);
          if (elementKind === 'stage') expect(home?.id).toBe(elementId);
          if (elementKind === 'step') expect(home?.steps.map(({ id }) => id)).toContain(elementId);
          if (elementKind === 'link') expect(home?.links.map(({ id }) => id)).toContain(elementId);
          if (elementKind === 'exit') expect(home?.exits.map(({ id }) => id)).toContain(elementId);
        }
      }),
    );
  });

  it.each([
    ['however many paths there are', diamonds],
    ['however often work may be done again', approvedDiamonds],
    ['however many of them meet', wideJoin],
  ])('looks at each link a fixed number of times, %s', (_, draw) => {
    const work = (drawing: Drawing) => void validate(drawing, sampleDirectory());
    const [few, many] = [visits(draw(50), work), visits(draw(200), work)];
    expect(few).toBeGreaterThan(200);
    expect(many / few).toBeLessThan(4.2);
  });
});

describe('layoutBoard', () => {
  it('looks at each link a fixed number of times, however many paths there are', () => {
    const work = (drawing: Drawing) => void layoutBoard(drawing);
    const [few, many] = [visits(diamonds(50), work), visits(diamonds(200), work)];
    expect(few).toBeGreaterThan(200);
    expect(many / few).toBeLessThan(4.2);
  });
});
