import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBoard } from '../layout/board.ts';
import { anyDrawing } from '../layout/testing/random-drawing.ts';
import type { Drawing } from '../drawing/drawing.ts';
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

  it('looks at each link a fixed number of times, however many paths there are', () => {
    const work = (drawing: Drawing) => void validate(drawing, sampleDirectory());
    const [few, many] = [visits(diamonds(50), work), visits(diamonds(200), work)];
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
