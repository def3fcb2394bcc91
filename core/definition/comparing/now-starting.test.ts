import { describe, expect, it } from 'vitest';
import { nowStarting, reachesOutside, referenceOf, sentenceOf } from './now-starting.ts';
import { cleanDrawing } from '../testing/clean-drawing.ts';
import { stageOf } from '../testing/find.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate } from '../validate.ts';

/** The clean drawing, with the second step waiting for the first. */
function chained() {
  const drawing = cleanDrawing();
  const stage = stageOf(drawing, 'send');
  const [first, second] = stage.steps;
  stage.links = [{ id: 'only', from: first!.id, to: second!.id, ports: [] }];
  return { drawing, stage, first: first!, second: second! };
}

describe('a step that starts with its stage and did not in the published version', () => {
  it('is found when its link is gone, and when the step before it is', () => {
    const { drawing: live, first, second } = chained();
    const unlinked = chained();
    unlinked.stage.links = [];
    const cut = chained();
    cut.stage.steps = cut.stage.steps.filter(({ id }) => id !== first.id);
    for (const { drawing } of [unlinked, cut]) {
      const found = nowStarting(live, drawing);
      expect(found.map(referenceOf)).toEqual([`send.${second.id}`]);
      expect(sentenceOf(found[0]!)).toContain(`waits for “${first.name}”`);
      const problems = validate(drawing, { ...sampleDirectory(), published: live });
      expect(problems).toContainEqual(
        expect.objectContaining({
          code: 'starts-with-stage',
          severity: 'warning',
          elementId: second.id,
        }),
      );
    }
  });

  it('is none that is new, that started so before, or that is sent back to', () => {
    const { drawing: live, first, second } = chained();
    const other = chained();
    other.stage.steps.push({ ...structuredClone(second), id: 'fresh' });
    other.stage.links.push({
      id: 'back',
      from: second.id,
      to: first.id,
      ports: [],
      rework: { max: 1 },
    });
    expect(nowStarting(live, other.drawing)).toEqual([]);
    const unlinked = chained();
    unlinked.stage.links = [];
    expect(nowStarting(other.drawing, unlinked.drawing).map(({ step }) => step.id)).toEqual([
      second.id,
    ]);
  });

  it('must be confirmed where others notice it at once', () => {
    const kinds = ['email', 'webhook', 'process', 'task', 'notify', 'update'] as const;
    const outside = kinds.filter((kind) => reachesOutside({ kind } as never));
    expect(outside).toEqual(['email', 'webhook', 'process']);
  });
});
