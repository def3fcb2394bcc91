import { Notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Step, StepOf } from '#core/drawing/step.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { addStep } from '../commands/steps/add-step.ts';
import { EditorProvider } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';
import { railDrawing } from '../testing/rail-drawing.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { PropertyPanel } from './property-panel.tsx';

function open(selection: Selection, drawing = railDrawing()) {
  const opened = sampleEditor(drawing);
  opened.state().select(selection);
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <PropertyPanel />
      <Notifications />
    </EditorProvider>,
  );
  const step = (): Step => {
    const chosen = opened.state().selection;
    const all = [...opened.state().drawing.stages, ...(opened.state().drawing.rails ?? [])];
    const found = all
      .flatMap(({ steps }) => steps)
      .find((one) => chosen.kind === 'step' && one.id === chosen.id);
    if (!found) throw new Error('No step is selected.');
    return found;
  };
  return { ...opened, step };
}

/** Opens a new step of a kind behind the last one of the first stage. */
function openNew(kind: Step['kind']) {
  const drawing = railDrawing();
  const made = addStep(drawing, 'prepare', kind, 'approve');
  if (!('recipe' in made) || !made.select) throw new Error('A step can be added.');
  made.recipe(drawing);
  return open(made.select, drawing);
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** Chooses from a list by its label. */
async function choose(label: string, option: string) {
  const input = screen.getByRole('combobox', { name: label });
  fireEvent.click(input);
  const list = await waitFor(() => {
    const found = document.getElementById(input.getAttribute('aria-controls') ?? '');
    if (!found) throw new Error(`${label} opens no list.`);
    return found;
  });
  fireEvent.click(within(list).getByText(option));
}

const approve: Selection = { kind: 'step', stage: 'prepare', id: 'approve' };

describe('the panel of an approval', { timeout: 30_000 }, () => {
  it('adds approvers, gives them a count and a limit', async () => {
    const { step } = open(approve);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.click(screen.getAllByLabelText('Only up to a limit')[1]!);
    type('At most', '50000');
    fireEvent.change(screen.getAllByLabelText('How many of them')[0]!, { target: { value: '3' } });
    expect(step()).toMatchObject({
      approvers: [{ count: 3 }, { upTo: { field: 'systemSize', max: 50_000 } }],
    });
  });

  it('asks for one, all or some of them', async () => {
    const { step } = open(approve);
    const needs = screen.getByRole('radiogroup', { name: 'Approvals it takes' });
    fireEvent.click(within(needs).getByText('Some'));
    expect(step()).toMatchObject({ need: 2 });
    fireEvent.click(within(needs).getByText('All'));
    expect(step()).not.toHaveProperty('need');
  });

  it('says where rejected work goes', () => {
    open(approve);
    expect(screen.getByText('back to Price the system, ≤ 2')).toBeDefined();
  });
});

describe('the panel of a task', { timeout: 30_000 }, () => {
  const price: Selection = { kind: 'step', stage: 'prepare', id: 'price' };

  it('keeps what is rare folded away', async () => {
    open(price);
    expect(screen.queryByLabelText('Lock')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^More settings/ }));
    expect(screen.getByLabelText('Lock')).toBeDefined();
  });

  it('opens what is folded away for a problem in it', () => {
    const opened = sampleEditor(railDrawing());
    opened.state().select(price);
    opened.editor.focus.setState({ input: { path: 'lock', tick: 1 } });
    renderInTheme(
      <EditorProvider editor={opened.editor}>
        <PropertyPanel />
      </EditorProvider>,
    );
    expect(document.activeElement?.getAttribute('data-path')).toBe('lock');
  });

  it('is tried again, carried along and locked', async () => {
    const { step } = open({ kind: 'step', stage: 'prepare', id: 'survey' });
    fireEvent.click(screen.getByRole('button', { name: /^More settings/ }));
    fireEvent.click(screen.getByLabelText('Try again after some outcomes'));
    fireEvent.click(screen.getByLabelText(/^Goes along when the stage is left/));
    type('Lock', 'roof');
    expect(step()).toMatchObject({ repeat: { on: ['no'], max: 3 }, carry: {}, lock: 'roof' });
    expect(screen.getByText('again, ≤ 3 attempts')).toBeDefined();
  });

  it('pauses for the reasons that are ticked, in their order', async () => {
    const { step } = open(price);
    fireEvent.click(screen.getByLabelText('Pause while sent back with a question'));
    fireEvent.click(screen.getByLabelText('Pause while waiting for customer'));
    expect(step()).toMatchObject({ pauses: ['customer', 'internal'] });
  });

  it('counts its due time from the entry of the stage, and another by condition', async () => {
    const { step } = open(price);
    await choose('Counted from when', 'the stage is entered');
    fireEvent.click(screen.getByRole('button', { name: 'Another time by condition' }));
    expect(step()).toMatchObject({
      due: { n: 2, unit: 'bd', from: 'stageEntry', cases: [{ when: '', n: 2, unit: 'bd' }] },
    });
  });

  it('finds somebody of a department by load', async () => {
    const { step } = open(price);
    await choose('Assign by', 'Least loaded');
    fireEvent.click(screen.getByLabelText('The same person for the same company first'));
    expect(step()).toMatchObject({ assign: { by: 'leastLoaded', sticky: true } });
  });
});

describe('the panels of automatic steps', { timeout: 30_000 }, () => {
  it('a webhook is called at an address', () => {
    const { step } = openNew('webhook');
    type('Address', 'https://erp.example.com/offer');
    expect(step()).toMatchObject({ url: 'https://erp.example.com/offer' });
  });

  it('a score adds up rules', async () => {
    const { step } = openNew('score');
    type('Points of rule 1', '-25');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(step()).toMatchObject({ rules: [{ points: -25 }, { points: 10 }] });
  });

  it('a process is waited for at most thirty days', async () => {
    const { step } = openNew('process');
    fireEvent.click(screen.getByText('Wait for its end'));
    expect(step()).toMatchObject({ wait: { timeout: { n: 30, unit: 'd' }, results: [] } });
    expect(screen.getByText('Time-out')).toBeDefined();
  });

  it('a For each asks how many must pass', () => {
    const { step } = openNew('each');
    type('Items that must pass', '2');
    expect(step()).toMatchObject({ need: 2 });
  });

  it('a For each asks what becomes of the rest: it waits, goes on or cancels', async () => {
    const { step } = openNew('each');
    expect(step()).not.toHaveProperty('late');
    await choose('The rest, once enough have passed', 'Go on; it stays open and counts no more');
    expect(step()).toMatchObject({ late: 'ignore' });
    await choose('The rest, once enough have passed', 'Wait for it, then go on');
    expect(step()).not.toHaveProperty('late');
  });
});

describe('the panels of ways back', { timeout: 30_000 }, () => {
  it('limits rework', () => {
    const { state } = open({ kind: 'link', stage: 'prepare', id: 'back' });
    type(/may be sent back at most/, '5');
    expect(state().drawing.stages[0]?.links.at(-1)).toMatchObject({ rework: { max: 5 } });
  });

  it('shows what an exit back does again, and how often it is taken', () => {
    const { state } = open({ kind: 'exit', stage: 'send', id: 'again' });
    const redone = screen.getByRole('region', { name: 'On the way back' });
    expect(within(redone).getAllByText('Price the system (Prepare the offer)')).not.toEqual([]);
    type('A deal may take it at most', '');
    expect(state().drawing.stages[1]?.exits.at(-1)).not.toHaveProperty('max');
  });
});

describe('the panels of what spans stages', { timeout: 30_000 }, () => {
  it('a rail has a trigger, and its steps are moved and deleted', async () => {
    const { state } = open({ kind: 'rail', stage: 'quiet' });
    fireEvent.click(screen.getByRole('button', { name: 'Move Tell up' }));
    await choose('It starts when', 'A stage is entered');
    fireEvent.click(screen.getByLabelText('It may run again after it has ended'));
    expect(state().drawing.rails?.[0]).toMatchObject({
      trigger: { on: 'stage', stage: 'prepare' },
      again: true,
      links: [
        { from: 'contact', to: 'tell' },
        { from: 'tell', to: 'pause' },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Delete Tell' }));
    expect(state().drawing.rails?.[0]?.links).toMatchObject([{ from: 'contact', to: 'pause' }]);
  });

  it('a process clock is added, changed and deleted', async () => {
    const { state } = open({ kind: 'process' });
    fireEvent.click(screen.getByRole('button', { name: /^First contact/ }));
    type('Due after, number', '4');
    await choose('It begins anew when', 'The deal starts');
    expect(state().drawing.clocks?.[0]).toMatchObject({ target: { n: 4 }, reset: { on: 'start' } });
    fireEvent.click(screen.getByRole('button', { name: 'Delete clock' }));
    expect(state().drawing).not.toHaveProperty('clocks');
  });

  it('a level of a policy does more than tell', async () => {
    const { state } = open({ kind: 'process' });
    fireEvent.click(screen.getByRole('button', { name: /^Default policy/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Add an action to level 1' }));
    fireEvent.click(await screen.findByText('Mark the deal at risk'));
    expect(state().drawing.policies[0]?.levels[0]).toMatchObject({
      actions: [{ kind: 'markAtRisk' }],
    });
  });

  it('a service process ends finished', async () => {
    open({ kind: 'process' });
    await choose('Kind', 'Service: a case is finished or lost');
    expect(screen.getByRole('button', { name: /^Finished/ })).toBeDefined();
  });

  it('another process follows an end', async () => {
    const { state } = open({ kind: 'end', end: 'won' });
    const section = screen.getByRole('region', { name: 'What follows' });
    fireEvent.click(within(section).getByRole('button', { name: 'Add' }));
    type('After, number', '90');
    expect(state().drawing.outcomes.won.then).toMatchObject([{ after: { n: 90, unit: 'bd' } }]);
  });
});

describe('numbers of a panel', { timeout: 30_000 }, () => {
  const points = () => screen.getByLabelText<HTMLInputElement>('Points of rule 1');

  it('are read as everywhere: what is ambiguous is asked, and stays until it is answered', () => {
    const { step } = openNew('process');
    fireEvent.click(screen.getByText('Wait for its end'));
    const [number] = screen.getAllByLabelText<HTMLInputElement>(/, number$/);
    fireEvent.change(number!, { target: { value: '1.000' } });
    fireEvent.blur(number!);
    expect(number!.value).toBe('1.000');
    expect(step()).toMatchObject({ wait: { timeout: { n: 30, unit: 'd' } } });
    fireEvent.click(screen.getByRole('button', { name: '1\u00a0000' }));
    expect(step()).toMatchObject({ wait: { timeout: { n: 1000, unit: 'd' } } });
  });

  it.each([
    ['12,5', 'Write a whole number.'],
    ['5000', 'Write a number from −1 000 to 1 000.'],
    ['ten', 'This is not a number. Write digits, such as 1250 or 12.50.'],
    ['', 'A number is needed here.'],
  ])('say why %j is not taken, and stay as written', (text, why) => {
    const { step } = openNew('score');
    fireEvent.change(points(), { target: { value: text } });
    fireEvent.blur(points());
    expect(points().value).toBe(text);
    expect(screen.getByText(why)).toBeDefined();
    expect(step()).toMatchObject({ rules: [{ points: 10 }] });
  });

  it('say so when what was never clear is left behind', async () => {
    const { state } = openNew('score');
    fireEvent.change(points(), { target: { value: 'eleven' } });
    act(() => state().select({ kind: 'process' }));
    const said = await screen.findByText(/“eleven” was not taken/);
    expect(said.textContent).toContain('Points of rule 1 stays 10');
  });

  it.each([
    ['JPY', '1200', 1200],
    ['PLN', '12.500,50', 1_250_050],
    ['KWD', '1,25', 1250],
  ])('a limit in %s counts its own minor units', (currency, text, max) => {
    const drawing = railDrawing();
    drawing.currency = currency;
    const { step } = open(approve, drawing);
    fireEvent.click(screen.getByLabelText('Only up to a limit'));
    const field = drawing.fields.find((one) => one.type === 'money')!;
    const found = () => (step() as StepOf<'approval'>).approvers[0]!;
    fireEvent.click(screen.getByRole('combobox', { name: 'Limit on' }));
    fireEvent.click(screen.getByRole('option', { name: field.label }));
    type('At most', text);
    expect(found().upTo).toEqual({ field: field.id, max });
  });
});
