import { describe, expect, it } from 'vitest';
import type { Drawing } from '#core/drawing/drawing.ts';
import { railDrawing } from '../testing/rail-drawing.ts';
import { addStep } from './steps/add-step.ts';
import { isRefusal, type Command, type Refusal } from './command.ts';
import { connectSteps } from './links/connect-steps.ts';
import { deletePort } from './links/delete-port.ts';
import { deleteStage } from './stages/delete-stage.ts';
import { deleteStep } from './steps/delete-step.ts';
import { duplicateStep } from './steps/duplicate-step.ts';
import { editStep } from './steps/edit-step.ts';
import { deleteField } from './fields/field-commands.ts';
import { moveStage } from './stages/move-stage.ts';
import { deletePolicy } from './clocks/policy-commands.ts';
import { inOrder } from './rails/rail-chain.ts';
import { addRail, deleteRail, duplicateRail, moveRailStep } from './rails/rail-commands.ts';

/** The drawing after a command. */
function after(make: (drawing: Drawing) => Command | Refusal, drawing = railDrawing()): Drawing {
  const made = make(drawing);
  if (isRefusal(made)) throw new Error(made.refused);
  const next = structuredClone(drawing);
  made.recipe(next);
  return next;
}

const [prepare, send, quiet] = [0, 1, 0];
const namesOf = (drawing: Drawing) => inOrder(drawing.rails![quiet]!).map((step) => step.name);

describe('a step that is deleted', () => {
  const drawing = after((current) => deleteStep(current, 'prepare', 'price'));

  it('leaves no rework link, four eyes, redo list or trigger that names it', () => {
    expect(drawing.stages[prepare]!.links).toMatchObject([
      { id: 'l1' },
      { id: 'l4', from: 'size', to: 'approve', ports: [] },
    ]);
    expect(drawing.stages[prepare]!.steps.at(-1)).toMatchObject({ notBy: [] });
    expect(drawing.stages[send]!.exits.at(-1)).toMatchObject({ redo: ['survey'] });
    expect(drawing.clocks![0]!.stop).toEqual({ on: 'when', when: '' });
  });

  it('closes the chain of its rail, and clocks forget it', () => {
    const next = after((current) => deleteStep(current, 'quiet', 'pause'));
    expect(next.rails![quiet]!.links).toMatchObject([{ from: 'contact', to: 'tell' }]);
    expect(
      after((current) => deleteStep(current, 'quiet', 'contact')).clocks![0]!,
    ).not.toHaveProperty('pause');
  });
});

describe('a stage that is deleted', () => {
  it('takes exits back to it along and moves the rails and clocks that named it', () => {
    const drawing = after((current) => deleteStage(current, 'prepare'));
    expect(drawing.stages[0]!.exits.map((exit) => exit.id)).toEqual(['sold', 'gone']);
    expect(drawing.rails![quiet]).toMatchObject({ from: 'send', to: 'send' });
    expect(drawing.clocks![0]).toMatchObject({ stop: { on: 'when' } });
    const other = after((current) => deleteStage(current, 'send'));
    expect(other.rails![quiet]).toMatchObject({ from: 'prepare', to: 'prepare' });
    expect(other.clocks![0]).toMatchObject({ start: { on: 'start' } });
  });

  it('takes the rails along when it was the last', () => {
    const one = after((current) => deleteStage(current, 'send'));
    expect(after((current) => deleteStage(current, 'prepare'), one)).not.toHaveProperty('rails');
  });
});

describe('what a field, a policy or an outcome was used for', () => {
  it('a field is gone from forms, facts, voids and timings', () => {
    const drawing = after((current) => deleteField(current, 'netPrice'));
    expect(JSON.stringify(drawing)).not.toContain('netPrice');
  });

  it('a policy is gone from stages, tasks, approvals and clocks', () => {
    const drawing = after((current) => deletePolicy(current, 'standard'));
    expect(JSON.stringify(drawing)).not.toContain('standard');
  });

  it('an outcome is gone from the repeat, and the repeat with its last outcome', () => {
    const repeated = after((current) =>
      editStep<'task'>(current, {
        stage: 'prepare',
        id: 'survey',
        what: 'repeat',
        recipe: (task) => void (task.repeat = { on: ['no'], max: 3, every: { n: 1, unit: 'bd' } }),
      }),
    );
    repeated.stages[prepare]!.links.push({
      id: 'each',
      from: 'survey',
      to: 'price',
      ports: ['each'],
    });
    const drawing = after((current) => deletePort(current, 'prepare', 'survey', 'no'), repeated);
    expect(drawing.stages[prepare]!.steps[0]).not.toHaveProperty('repeat');
    expect(drawing.stages[prepare]!.links.some((link) => link.id === 'each')).toBe(false);
  });

  it('links go over to the new pass port when a step ends in other ways', () => {
    const drawing = railDrawing();
    drawing.stages[send]!.links.push(
      { id: 'late', from: 'answer', to: 'mail', ports: ['timeout'], rework: { max: 1 } },
      { id: 'came', from: 'answer', to: 'mail', ports: ['event'], rework: { max: 1 } },
    );
    const next = after(
      (current) =>
        editStep<'wait'>(current, {
          stage: 'send',
          id: 'answer',
          what: 'what is waited for',
          recipe: (wait) => void (wait.for = { kind: 'time', duration: { n: 1, unit: 'bd' } }),
        }),
      drawing,
    );
    expect(next.stages[send]!.links).toMatchObject([{ id: 'l3' }, { id: 'late', ports: [] }]);
  });
});

describe('a step that is added behind another', () => {
  it('waits for the passing outcome of one that can end in several ways', () => {
    const drawing = after((current) => addStep(current, 'prepare', 'task', 'survey'));
    expect(drawing.stages[prepare]!.links.at(-1)).toMatchObject({
      from: 'survey',
      ports: ['feasible'],
    });
    const made = addStep(railDrawing(), 'prepare', 'task', 'approve');
    expect(made).toMatchObject({
      label: 'Add Task to Prepare the offer, behind Approve margin when “Approved”',
    });
  });

  it('waits for another outcome too when a line is drawn from that', () => {
    const drawing = after((current) => addStep(current, 'prepare', 'task', 'survey'));
    const { to } = drawing.stages[prepare]!.links.at(-1)!;
    const next = after((current) => connectSteps(current, 'prepare', 'survey', to, 'no'), drawing);
    expect(next.stages[prepare]!.links.at(-1)).toMatchObject({ to, ports: ['feasible', 'no'] });
  });

  it('names no port of one that ends in one way', () => {
    const drawing = after((current) => addStep(current, 'prepare', 'task', 'price'));
    expect(drawing.stages[prepare]!.links.at(-1)).toMatchObject({ from: 'price', ports: [] });
  });
});

describe('a rail', () => {
  it('spans from the stage that is selected to the last', () => {
    const drawing = after((current) => addRail(current, 'send'));
    expect(drawing.rails!.at(-1)).toMatchObject({ from: 'send', to: 'send', steps: [] });
  });

  it('takes a new step at its end, or behind the step that is said', () => {
    expect(namesOf(after((current) => addStep(current, 'quiet', 'task')))).toEqual([
      'Contact',
      'Five days',
      'Tell',
      'New task',
    ]);
    const between = after((current) => addStep(current, 'quiet', 'email', 'contact'));
    expect(namesOf(between)).toEqual(['Contact', 'New e-mail', 'Five days', 'Tell']);
  });

  it('puts the copy of a step behind it', () => {
    const drawing = after((current) => duplicateStep(current, 'quiet', 'pause'));
    expect(namesOf(drawing)).toEqual(['Contact', 'Five days', 'Five days (copy)', 'Tell']);
  });

  it('moves a step along its chain', () => {
    const drawing = after((current) => moveRailStep(current, 'quiet', 'tell', -1));
    expect(namesOf(drawing)).toEqual(['Contact', 'Tell', 'Five days']);
  });

  it('is copied with steps of its own', () => {
    const { rails = [] } = after((current) => duplicateRail(current, 'quiet'));
    expect(rails[1]).toMatchObject({ name: 'No activity (copy)', trigger: { on: 'silence' } });
    expect(inOrder(rails[1]!).map((step) => step.name)).toEqual(['Contact', 'Five days', 'Tell']);
    const ids = rails.flatMap(({ steps, links }) => [...steps, ...links].map(({ id }) => id));
    expect(new Set(ids).size).toBe(10);
  });

  it('never runs backwards when its stages change places', () => {
    const drawing = after((current) => moveStage(current, 'send', -1));
    expect(drawing.rails![quiet]).toMatchObject({ from: 'send', to: 'prepare' });
  });

  it('goes with its steps', () => {
    expect(after((current) => deleteRail(current, 'quiet'))).not.toHaveProperty('rails');
  });
});
