import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../drawing/drawing.ts';
import { compile, NotPublishableError } from './compile.ts';
import type { Problem } from './problems/problem.ts';
import { anyVocabulary } from './testing/any-vocabulary.ts';
import { sampleDirectory } from './testing/sample-directory.ts';
import { validate, validateDrawing } from './validate.ts';
import { runsOr, seed } from '../testing/random-cases.ts';

/** SEED repeats a run, CASES sets how many drawings are looked at. */
const numRuns = runsOr(150);
console.log(`publishing gate: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

/** Ids of the elements of this kind where the problem says that it is. */
function candidates(drawing: Drawing, { elementKind, stage }: Problem): string[] {
  const { stages, rails = [], clocks = [], fields, policies } = drawing;
  const homes = [...stages, ...rails].filter(({ id }) => id === stage);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  switch (elementKind) {
    case 'step':
      return homes.flatMap(({ steps }) => ids(steps));
    case 'link':
      return homes.flatMap(({ links }) => ids(links));
    case 'exit':
      return stages.filter(({ id }) => id === stage).flatMap(({ exits }) => ids(exits));
    case 'process':
      return [''];
    default:
      return ids(
        { stage: stages, rail: rails, clock: clocks, field: fields, policy: policies }[elementKind],
      );
  }
}

describe('whatever is drawn', () => {
  it('validate does not throw, and points at elements that exist', { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(anyVocabulary(8), (drawing) => {
        for (const problem of validate(drawing, sampleDirectory())) {
          expect(candidates(drawing, problem)).toContain(problem.elementId);
        }
      }),
      { seed, numRuns },
    );
  });

  it(
    'a drawing without errors compiles, and one with errors is refused',
    { timeout: 1_800_000 },
    () => {
      let published = 0;
      fc.assert(
        fc.property(anyVocabulary(3), (drawing) => {
          const wrong = validateDrawing(drawing).some(({ severity }) => severity === 'error');
          const act = () => compile(drawing, { process: 'ANY' });
          if (wrong) {
            expect(act).toThrow(NotPublishableError);
            return;
          }
          expect(act().checksum).toHaveLength(64);
          published += 1;
        }),
        { seed, numRuns },
      );
      expect(published).toBeGreaterThan(numRuns / 10);
    },
  );
});
