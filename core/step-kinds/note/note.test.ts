import { describe, expect, it } from 'vitest';
import { compile } from '../../definition/compile.ts';
import { validate } from '../../definition/validate.ts';
import { fullDrawing } from '../../definition/testing/full-drawing.ts';
import { sampleDirectory } from '../../definition/testing/sample-directory.ts';
import { Deal } from '../../world/testing/drive.ts';

describe('a note on the board', () => {
  const drawing = fullDrawing();
  const [stage] = drawing.stages;
  const [first] = stage!.steps;
  stage!.steps.push({
    id: 'hint',
    kind: 'note',
    name: 'Before you call',
    mandatory: false,
    text: 'Look at the roof first.',
  });
  stage!.links.push({ id: 'hint>first', from: 'hint', to: first!.id, ports: [] });

  it('may be published, and is known to a run without its text', () => {
    expect(
      validate(drawing, sampleDirectory()).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    const step = compile(drawing, { process: 'P' }).stages[0]!.steps.find((s) => s.id === 'hint');
    expect(step).toMatchObject({ kind: 'note', ports: ['done'] });
    expect(JSON.stringify(step)).not.toContain('roof');
  });

  it('lets a deal run through at once to the step behind it', () => {
    const deal = new Deal(compile(drawing, { process: 'P' })).start();
    expect(deal.state.steps['hint']).toMatchObject({ status: 'ended', port: 'done' });
    expect(deal.state.steps[first!.id]).not.toMatchObject({ status: 'pending' });
  });
});
