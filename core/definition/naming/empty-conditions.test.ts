import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../drawing/drawing.ts';
import { compile, NotPublishableError } from '../compile.ts';
import { conditionsOf } from './conditions-of.ts';
import { fullDrawing } from '../testing/full-drawing.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate } from '../validate.ts';

/** Expressions that may be left out; empty there are none. */
const optional = /^when$|^onlyWhile$|\.then\.\d+\.when$/;

/** A drawing with every kind of place that needs an expression. */
function drawn(): Drawing {
  const drawing = fullDrawing();
  const [first] = drawing.stages;
  const cases = () => [{ n: 2, unit: 'bd' as const, when: 'has(deal.size)' }];
  first!.entry.push({ id: 'known', label: 'Size is known', when: 'true' });
  first!.deadline = { after: { n: 10, unit: 'bd', cases: cases() } };
  first!.policy = drawing.policies[0]!.id;
  first!.steps[0]!.mandatory = 'has(deal.size)';
  drawing.clocks![0]!.target.cases = cases();
  drawing.rails![0]!.trigger = { on: 'when', when: 'has(deal.size)' };
  return drawing;
}

const places = [...conditionsOf(drawn())];
const spot = ({ elementId, fieldPath }: (typeof places)[number]) => `${elementId} ${fieldPath}`;

function emptied(path: (string | number)[]): Drawing {
  const drawing = drawn();
  let container = drawing as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) container = container[key] as typeof container;
  container[path.at(-1)!] = '';
  return drawing;
}

describe('an expression without a text', () => {
  it.each(
    places.filter(({ fieldPath }) => !optional.test(fieldPath)).map((one) => [spot(one), one]),
  )(
    '%s is an error at its place, and the drawing is not compiled',
    (_, { path, fieldPath, elementId }) => {
      const drawing = emptied(path);
      const wrong = validate(drawing, sampleDirectory()).filter(
        ({ code }) => code === 'condition-invalid',
      );
      expect(wrong).toMatchObject([{ severity: 'error', elementId, fieldPath }]);
      expect(wrong[0]!.message).toContain('The condition is empty.');
      expect(() => compile(drawing, { process: 'ANY' })).toThrow(NotPublishableError);
    },
  );

  it.each(
    places.filter(({ fieldPath }) => optional.test(fieldPath)).map((one) => [spot(one), one]),
  )('%s is none, and the drawing compiles', (_, { path }) => {
    expect(validate(emptied(path), sampleDirectory()).map(({ code }) => code)).not.toContain(
      'condition-invalid',
    );
  });

  it('is met by every kind of place that needs one', () => {
    const kinds = new Set(
      places
        .filter(({ fieldPath }) => !optional.test(fieldPath))
        .map(({ fieldPath }) => fieldPath.replace(/\d+/g, 'n')),
    );
    expect([...kinds].sort()).toEqual([
      'assignCases.n.when',
      'cases.n.when',
      'criteria.n.when',
      'deadline.after.cases.n.when',
      'due.cases.n.when',
      'entry.n.when',
      'mandatory',
      'pause.when',
      'rules.n.when',
      'set.n.value',
      'target.cases.n.when',
      'trigger.when',
    ]);
  });
});
