import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { addStage } from '../commands/stages/add-stage.ts';
import { addStep } from '../commands/steps/add-step.ts';
import { connectSteps, leadsTo } from '../commands/links/connect-steps.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { deleteStep } from '../commands/steps/delete-step.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { insertStep } from '../commands/steps/insert-step.ts';
import { anyCommand } from '../testing/any-command.ts';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { createEditorStore } from './editor-store.ts';

function open(now = () => 0) {
  const told: string[] = [];
  const store = createEditorStore({
    drawing: sampleDrawing(),
    tell: (text) => told.push(text),
    now,
  });
  return { store, told, at: () => store.getState() };
}

const rename = (name: string) => (drawing: ReturnType<typeof sampleDrawing>) =>
  editStep(drawing, {
    stage: 'prepare',
    id: 'price',
    what: 'name',
    typing: true,
    recipe: (step) => {
      step.name = name;
    },
  });

describe('the editor store', () => {
  it('ends at the start after undoing any commands, and at the same end after redoing them', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (steps) => {
        let clock = 0;
        const { store, at } = open(() => clock);
        const start = structuredClone(at().drawing);
        for (const { pause, makes } of steps) {
          clock += pause;
          for (const make of makes) store.getState().dispatch(make(at().drawing));
        }
        const end = structuredClone(at().drawing);
        while (at().history.past.length > 0) at().undo();
        expect(at().drawing).toEqual(start);
        while (at().history.future.length > 0) at().redo();
        expect(at().drawing).toEqual(end);
      }),
    );
  });

  it('draws nothing that the server would refuse as malformed', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (steps) => {
        const { at } = open();
        for (const make of steps.flatMap(({ makes }) => makes)) {
          at().dispatch(make(at().drawing));
          expect(drawingSchema.safeParse(at().drawing).error?.issues).toBeUndefined();
        }
      }),
    );
  });

  it('keeps every stage free of circles whatever is connected', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (steps) => {
        const { at } = open();
        for (const make of steps.flatMap(({ makes }) => makes)) at().dispatch(make(at().drawing));
        for (const stage of at().drawing.stages) {
          const forward = stage.links.filter((link) => !link.rework);
          for (const link of forward) expect(leadsTo(stage, link.to, link.from)).toBe(false);
        }
      }),
    );
  });

  it('joins key strokes in one field until a pause or a blur', () => {
    let clock = 0;
    const { at } = open(() => clock);
    const type = (name: string, pause: number) => {
      clock += pause;
      at().dispatch(rename(name)(at().drawing));
    };
    type('P', 0);
    type('Pr', 300);
    type('Pri', 700);
    expect(at().history.past).toHaveLength(1);
    type('Pric', 900);
    expect(at().history.past).toHaveLength(2);
    at().settle();
    type('Price', 10);
    expect(at().history.past).toHaveLength(3);
    at().undo();
    at().undo();
    at().undo();
    expect(at().drawing).toEqual(sampleDrawing());
  });

  it('keeps 200 entries', () => {
    const { at } = open();
    for (let index = 0; index < 210; index += 1)
      at().dispatch(addStep(at().drawing, 'send', 'task'));
    expect(at().history.past).toHaveLength(200);
  });

  it('tells the label of an edit, of its undo and of its redo', () => {
    const { at, told } = open();
    at().dispatch(deleteStep(at().drawing, 'prepare', 'price'));
    at().undo();
    at().redo();
    expect(told).toEqual([
      'Delete Price the system and 1 link',
      'Undid: Delete Price the system and 1 link',
      'Did again: Delete Price the system and 1 link',
    ]);
  });

  it('selects what was selected before when an edit is undone', () => {
    const { at } = open();
    at().select({ kind: 'step', stage: 'prepare', id: 'price' });
    at().dispatch(deleteSelection(at().drawing, at().selection));
    expect(at().selection).toEqual({ kind: 'stage', stage: 'prepare' });
    at().undo();
    expect(at().selection).toEqual({ kind: 'step', stage: 'prepare', id: 'price' });
  });

  it('does not record an edit that changes nothing, nor a refused one', () => {
    const { at, told } = open();
    expect(at().dispatch(rename('Price the system')(at().drawing))).toBe(false);
    expect(at().dispatch(connectSteps(at().drawing, 'prepare', 'survey', 'size', 'feasible'))).toBe(
      false,
    );
    expect(at().history.past).toHaveLength(0);
    expect(told.at(-1)).toBe('How large already waits for Technical survey.');
  });

  it('refuses every edit while a published version is looked at', () => {
    const drawing = sampleDrawing();
    const store = createEditorStore({ drawing, tell: () => {}, now: () => 0, readOnly: true });
    expect(store.getState().dispatch(addStage(drawing))).toBe(false);
    expect(store.getState().drawing).toBe(drawing);
  });

  it('keeps ports and condition on the first half when a step is put between two', () => {
    const { at } = open();
    at().dispatch(insertStep(at().drawing, 'prepare', 'l1', 'wait'));
    const { links, steps } = at().drawing.stages[0] ?? { links: [], steps: [] };
    const added = steps[1]?.id;
    expect(links).toMatchObject([
      { id: 'l1', from: 'survey', to: added, ports: ['feasible'] },
      { id: 'l2' },
      { from: added, to: 'size', ports: [] },
    ]);
  });

  it('joins a new stage into the exits of its neighbours', () => {
    const { at } = open();
    at().dispatch(addStage(at().drawing, 'prepare'));
    const [first, second] = at().drawing.stages;
    expect(first?.exits).toMatchObject([{ id: 'go', to: second?.id }]);
    expect(second?.exits).toMatchObject([{ mode: 'auto', to: 'send' }]);
    expect(second?.probability).toBe(50);
  });

  it('leads to the next stage whatever led to a deleted one', () => {
    const { at } = open();
    at().dispatch(deleteSelection(at().drawing, { kind: 'stage', stage: 'send' }));
    expect(at().drawing.stages[0]?.exits).toMatchObject([{ id: 'go', to: 'won' }]);
  });

  it('adds a step behind the selected one and lets it wait for it', () => {
    const { at } = open();
    at().dispatch(addStep(at().drawing, 'send', 'task', 'answer'));
    const stage = at().drawing.stages[1];
    expect(stage?.links.at(-1)).toMatchObject({ from: 'answer', to: stage?.steps.at(-1)?.id });
  });
});
