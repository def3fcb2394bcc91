import { describe, expect, it } from 'vitest';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import photovoltaics from '#prisma/samples/photovoltaics.json' with { type: 'json' };
import { createEditorStore } from '../../state/editor-store.ts';
import { railDrawing } from '../../testing/rail-drawing.ts';
import { sampleDrawing } from '../../testing/sample-drawing.ts';
import { addStage } from '../stages/add-stage.ts';
import type { Command, Refusal } from '../command.ts';
import { deleteStage } from '../stages/delete-stage.ts';
import { deleteStep } from './delete-step.ts';
import { moveStage } from '../stages/move-stage.ts';

/** The drawing after a command, which undo takes back wholly, and what was told. */
function after(make: (drawing: Drawing) => Command | Refusal, drawing: Drawing) {
  const told: string[] = [];
  const store = createEditorStore({ drawing, tell: (text) => told.push(text), now: () => 0 });
  store.getState().dispatch(make(drawing));
  const next = store.getState().drawing;
  store.getState().undo();
  expect(store.getState().drawing).toEqual(drawing);
  return { next, told: told[0] };
}

const sun = () => drawingSchema.parse(photovoltaics);
const stage = (drawing: Drawing, id: string) => drawing.stages.find((one) => one.id === id)!;

describe('a step in the middle that is deleted', () => {
  it('joins what comes before with what comes behind, by the same ports, and says so', () => {
    const drawing = sampleDrawing();
    const branch = drawing.stages[0]!.steps[1]!;
    drawing.stages[0]!.steps[1] = {
      ...drawing.stages[1]!.steps[0]!,
      id: 'size',
      name: branch.name,
    };
    const { next, told } = after((current) => deleteStep(current, 'prepare', 'size'), drawing);
    expect(next.stages[0]!.links).toEqual([
      { id: 'l2', from: 'survey', to: 'price', ports: ['feasible'] },
    ]);
    expect(told).toBe('Delete How large: now Price the system follows Technical survey');
  });

  it('keeps both conditions', () => {
    const drawing = sampleDrawing();
    const [first, second] = drawing.stages[0]!.links;
    first!.when = 'deal.systemSize > 5.0';
    second!.when = 'deal.systemSize < 90.0';
    const { next } = after((current) => deleteStep(current, 'prepare', 'size'), drawing);
    expect(next.stages[0]!.links[0]!.when).toBe(
      '(deal.systemSize > 5.0) && (deal.systemSize < 90.0)',
    );
  });

  it('makes a condition of the case of a branch', () => {
    const drawing = sampleDrawing();
    drawing.stages[0]!.links[1]!.ports = ['large'];
    const large = after((current) => deleteStep(current, 'prepare', 'size'), drawing).next;
    expect(large.stages[0]!.links[0]!.when).toBe('deal.systemSize > 50.0');
    drawing.stages[0]!.links[1]!.ports = ['small'];
    const small = after((current) => deleteStep(current, 'prepare', 'size'), drawing).next;
    expect(small.stages[0]!.links[0]!.when).toBe('!((deal.systemSize > 50.0))');
  });

  it('lets nothing begin that only an outcome of it led to, and names what is cut off', () => {
    const drawing = railDrawing();
    const { links, steps } = drawing.stages[0]!;
    steps.push({ ...drawing.stages[1]!.steps[0]!, id: 'refuse', name: 'Refuse the customer' });
    links.push({ id: 'no', from: 'approve', to: 'refuse', ports: ['rejected'] });
    const { next, told } = after((current) => deleteStep(current, 'prepare', 'approve'), drawing);
    expect(next.stages[0]!.links.find(({ to }) => to === 'refuse')).toMatchObject({
      from: 'price',
      when: 'false',
    });
    expect(told).toContain('nothing leads on to Refuse the customer');
  });

  it('lets no step of Photovoltaics begin earlier that waited for another', () => {
    const drawing = sun();
    for (const { id: stageId, steps, links } of drawing.stages) {
      const waits = new Set(links.filter(({ rework }) => !rework).map(({ to }) => to));
      for (const { id } of steps.filter((step) => waits.has(step.id))) {
        const { next } = after((current) => deleteStep(current, stageId, id), drawing);
        const now = stage(next, stageId).links.filter(({ rework }) => !rework);
        for (const other of waits) {
          if (other !== id) expect(now.map(({ to }) => to)).toContain(other);
        }
      }
    }
  });

  it('closes the chain of a rail', () => {
    const { next } = after((current) => deleteStep(current, 'quiet', 'pause'), railDrawing());
    expect(next.rails![0]!.links).toMatchObject([{ from: 'contact', to: 'tell' }]);
  });
});

describe('a stage that is moved', () => {
  it('is gone through in the new order, and the probabilities stay with the places', () => {
    const { next, told } = after((current) => moveStage(current, 'prepare', 1), sun());
    expect(next.stages.map(({ id, probability }) => [id, probability])).toEqual([
      ['register', 5],
      ['meeting', 20],
      ['send', 40],
      ['prepare', 50],
      ['negotiate', 65],
      ['sign', 90],
    ]);
    const next1 = (id: string) => stage(next, id).exits[0]!.to;
    expect(['meeting', 'send', 'prepare'].map(next1)).toEqual(['send', 'prepare', 'negotiate']);
    expect(told).toMatch(/^Move .* behind .*: 3 exits lead on anew$/);
  });

  it('behind the last takes over its way to won, by hand and by its name', () => {
    const { next } = after((current) => moveStage(current, 'negotiate', 1), sun());
    expect(stage(next, 'negotiate').exits.filter(({ to }) => to === 'won')).toMatchObject([
      { mode: 'manual', name: 'Win the deal' },
    ]);
    const on = stage(next, 'sign').exits.find(({ to }) => to === 'negotiate')!;
    expect(on).not.toHaveProperty('name');
  });

  it('never leads to won automatically because it has become the last', () => {
    const { next } = after((current) => moveStage(current, 'send', -1), sampleDrawing());
    expect(next.stages.map(({ id }) => id)).toEqual(['send', 'prepare']);
    expect(next.stages[1]!.exits).toMatchObject([{ id: 'go', mode: 'manual', to: 'won' }]);
    expect(next.stages[0]!.exits).toMatchObject([{ id: 'sold', to: 'prepare' }, { id: 'gone' }]);
  });

  it('turns a way back into one between the same stages', () => {
    const { next } = after((current) => moveStage(current, 'send', -1), railDrawing());
    expect(next.stages[1]!.exits).toContainEqual(
      expect.objectContaining({ id: 'again', to: 'send', redo: ['price', 'survey'] }),
    );
    expect(next.stages[0]!.exits.map(({ id }) => id)).not.toContain('again');
  });

  it('is as it was when it is moved there and back', () => {
    const there = after((current) => moveStage(current, 'meeting', 1), sun()).next;
    expect(after((current) => moveStage(current, 'meeting', -1), there).next).toEqual(sun());
  });
});

describe('a stage that is added behind the last', () => {
  it('wins by hand; the exit to it has neither the name nor the reason of winning', () => {
    const drawing = sun();
    stage(drawing, 'sign').exits[0]!.reason = 'price';
    const { next } = after((current) => addStage(current, 'sign'), drawing);
    const added = next.stages.at(-1)!;
    expect(added).toMatchObject({ probability: 95 });
    expect(added.exits).toMatchObject([{ mode: 'manual', to: 'won', name: 'Win the deal' }]);
    const [on] = stage(next, 'sign').exits;
    expect(on).toMatchObject({ id: 'won', to: added.id });
    expect(on).not.toHaveProperty('name');
    expect(on).not.toHaveProperty('reason');
  });

  it('wins by hand even where the stage before won automatically', () => {
    const drawing = sampleDrawing();
    drawing.stages[1]!.exits[0]!.mode = 'auto';
    const { next } = after((current) => addStage(current), drawing);
    expect(next.stages.at(-1)!.exits).toMatchObject([{ mode: 'manual', to: 'won' }]);
  });
});

describe('a stage that is the last and is deleted', () => {
  it('leaves no automatic way to won', () => {
    const { next } = after((current) => deleteStage(current, 'send'), sampleDrawing());
    expect(next.stages[0]!.exits).toMatchObject([{ id: 'go', to: 'won', mode: 'manual' }]);
  });
});
