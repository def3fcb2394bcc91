import { describe, expect, it } from 'vitest';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { createEditorStore } from '../../state/editor-store.ts';
import { sampleDrawing } from '../../testing/sample-drawing.ts';
import { addStep, portsBehind } from '../steps/add-step.ts';
import type { Command, Refusal } from '../command.ts';
import { connectSteps } from './connect-steps.ts';
import { editLink } from '../stages/edit-stage.ts';
import { insertStep } from '../steps/insert-step.ts';

function open(drawing: Drawing = sampleDrawing()) {
  const told: string[] = [];
  const store = createEditorStore({ drawing, tell: (text) => told.push(text), now: () => 0 });
  const at = () => store.getState();
  const links = () => at().drawing.stages[0]!.links;
  const run = (make: (drawing: Drawing) => Command | Refusal) => at().dispatch(make(at().drawing));
  return { at, links, run, told };
}

describe('the port by which a new step comes', () => {
  it('is the one that is chosen, and the edit says it', () => {
    const { links, run, told, at } = open();
    run((drawing) => addStep(drawing, 'prepare', 'task', 'survey', ['no']));
    expect(links().at(-1)).toMatchObject({ from: 'survey', ports: ['no'] });
    expect(told.at(-1)).toBe(
      'Add Task to Prepare the offer, behind Technical survey when “Not feasible”',
    );
    at().undo();
    expect(links()).toHaveLength(2);
  });

  it('may be any', () => {
    const { links, run } = open();
    run((drawing) => addStep(drawing, 'prepare', 'task', 'survey', []));
    expect(links().at(-1)).toMatchObject({ from: 'survey', ports: [] });
  });

  it('is a choice only where the step before can end in several ways', () => {
    const drawing = sampleDrawing();
    const ids = (step: string) => portsBehind(drawing, 'prepare', step).map(({ id }) => id);
    expect(ids('survey')).toEqual(['feasible', 'no']);
    expect(ids('price')).toEqual([]);
  });

  it('is the passing one behind a step that is put between two', () => {
    const { links, run } = open();
    run((drawing) => insertStep(drawing, 'prepare', 'l2', 'approval'));
    expect(links().at(-1)).toMatchObject({ to: 'price', ports: ['approved'] });
  });

  it('is every case of a branch that is put between two, so that no deal is cut off', () => {
    const { links, run } = open();
    run((drawing) => insertStep(drawing, 'prepare', 'l1', 'branch'));
    expect(links().at(-1)).toMatchObject({ to: 'size', ports: [] });
  });
});

describe('a line from another port of a step to one that is linked already', () => {
  const other = (drawing: Drawing) => connectSteps(drawing, 'prepare', 'survey', 'size', 'no');

  it('adds the port, and undo takes only that away', () => {
    const { links, run, at } = open();
    expect(run(other)).toBe(true);
    expect(links()[0]).toMatchObject({ id: 'l1', ports: ['feasible', 'no'] });
    at().undo();
    expect(links()[0]).toMatchObject({ id: 'l1', ports: ['feasible'] });
  });

  it('is a link of its own where the first has a condition, which stays with its port', () => {
    const { links, run } = open();
    run((drawing) =>
      editLink(drawing, 'prepare', 'l1', {
        what: 'condition',
        recipe: (link) => void (link.when = 'deal.systemSize > 5.0'),
      }),
    );
    expect(run(other)).toBe(true);
    expect(links()).toMatchObject([
      { id: 'l1', ports: ['feasible'], when: 'deal.systemSize > 5.0' },
      { id: 'l2' },
      { from: 'survey', to: 'size', ports: ['no'] },
    ]);
    expect(links()[2]!.when).toBeUndefined();
    expect(run(other)).toBe(false);
  });

  it('is refused where every outcome leads there already', () => {
    const { run, told } = open();
    expect(run((drawing) => connectSteps(drawing, 'prepare', 'size', 'price', 'large'))).toBe(
      false,
    );
    expect(told.at(-1)).toBe('Price the system already waits for How large.');
  });

  it('widens the link where any outcome is chosen', () => {
    const { links, run, told } = open();
    expect(run((drawing) => connectSteps(drawing, 'prepare', 'survey', 'size'))).toBe(true);
    expect(links()[0]).toMatchObject({ id: 'l1', ports: [] });
    expect(told.at(-1)).toBe('Connect Technical survey (any outcome) to How large');
  });

  it('draws what the schema accepts', () => {
    const { run, at } = open();
    run(other);
    expect(drawingSchema.safeParse(at().drawing).success).toBe(true);
  });
});
