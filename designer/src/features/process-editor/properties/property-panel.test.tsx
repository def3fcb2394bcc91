import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Step } from '#core/drawing/step.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { addStep } from '../commands/steps/add-step.ts';
import { rulesOfKinds, stepKinds } from '../step-kinds/rules-of-kinds.ts';
import { EditorProvider } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { PropertyPanel } from './property-panel.tsx';

function open(selection: Selection, prepare?: (editor: ReturnType<typeof sampleEditor>) => void) {
  const opened = sampleEditor();
  opened.state().select(selection);
  prepare?.(opened);
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <PropertyPanel />
    </EditorProvider>,
  );
  const step = (id: string): Step | undefined =>
    opened
      .state()
      .drawing.stages.flatMap((stage) => stage.steps)
      .find((one) => one.id === id);
  return { ...opened, step };
}

const price: Selection = { kind: 'step', stage: 'prepare', id: 'price' };
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the property panel', { timeout: 30_000 }, () => {
  it('renames a step at each key stroke, as one entry of history', async () => {
    const { state, step } = open(price);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Name'), ' now');
    expect(step('price')?.name).toBe('Price the system now');
    expect(state().history.past).toHaveLength(1);
  });

  it('says that a name is missing and keeps the last good one', async () => {
    const { step } = open(price);
    const user = userEvent.setup();
    await user.clear(screen.getByLabelText('Name'));
    expect(screen.getByText('A step needs a name.')).toBeDefined();
    expect(step('price')?.name).toBe('Price the system');
    await user.tab();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Price the system');
  });

  it('checks a condition while it is typed and puts it into words', () => {
    const { step } = open(price);
    const label = 'The step is stepped over when this is false';
    type(label, 'deal.systemSize > 50');
    expect(step('price')?.when).toBe('deal.systemSize > 50');
    expect(screen.getByText(/^system size is over 50\skWp$/)).toBeDefined();
    type(label, 'deal.systemSise > 50');
    expect(screen.getByText(/Did you mean deal.systemSize/)).toBeDefined();
    type(label, '');
    expect(step('price')).not.toHaveProperty('when');
  });

  it('makes a new field where a form needs it, as one edit', async () => {
    const { state, step } = open(price);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'New field' }));
    await user.type(screen.getByLabelText('Field'), 'Offer date{Enter}');
    expect(state().drawing.fields.at(-1)).toMatchObject({ id: 'offerDate', label: 'Offer date' });
    expect(step('price')).toMatchObject({ form: [{ field: 'netPrice' }, { field: 'offerDate' }] });
    state().undo();
    expect(state().drawing.fields).toHaveLength(3);
    expect(step('price')).toMatchObject({ form: [{ field: 'netPrice' }] });
  });

  it('turns a mandatory step into an optional one', async () => {
    const { step } = open(price);
    await userEvent.click(screen.getByLabelText('Mandatory'));
    expect(step('price')?.mandatory).toBe(false);
  });

  it('takes the links of an outcome away with it', async () => {
    const { state } = open({ kind: 'step', stage: 'prepare', id: 'survey' });
    await userEvent.click(screen.getByRole('button', { name: 'Delete Feasible' }));
    expect(state().drawing.stages[0]?.links.map((link) => link.id)).toEqual(['l2']);
    expect(state().history.past.at(-1)?.label).toBe(
      'Delete Feasible of Technical survey and 1 link',
    );
  });

  it('lets a link listen to some outcomes only', async () => {
    const { state } = open({ kind: 'link', stage: 'prepare', id: 'l2' });
    await userEvent.click(screen.getByLabelText('Large'));
    expect(state().drawing.stages[0]?.links[1]?.ports).toEqual(['small']);
    await userEvent.click(screen.getByLabelText('Large'));
    expect(state().drawing.stages[0]?.links[1]?.ports).toEqual([]);
  });

  it('keeps a link after the first attempt, whichever outcomes are chosen beside it', async () => {
    const { state } = open({ kind: 'link', stage: 'prepare', id: 'l1' }, (opened) =>
      opened.state().dispatch({
        label: 'Repeat the survey',
        recipe: ({ stages }) => {
          const survey = stages[0]?.steps.find(({ id }) => id === 'survey');
          if (survey?.kind !== 'task') throw new Error('The survey is a task.');
          survey.repeat = { on: ['feasible'], max: 3, every: { n: 1, unit: 'bd' } };
        },
      }),
    );
    const ports = () => state().drawing.stages[0]?.links[0]?.ports;
    const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    await userEvent.click(box('After the first attempt'));
    await userEvent.click(box('Not feasible'));
    expect(ports()).toEqual(['feasible', 'no', 'each']);
    expect(box('After the first attempt').checked).toBe(true);
    await userEvent.click(box('After the first attempt'));
    expect(ports()).toEqual([]);
    expect(box('After the first attempt').checked).toBe(false);
  });

  it('gives a stage its first deadline together with a policy', async () => {
    const { state } = open({ kind: 'stage', stage: 'send' });
    await userEvent.click(screen.getByLabelText('The stage has a deadline'));
    expect(state().drawing.stages[1]).toMatchObject({
      deadline: { after: { n: 5, unit: 'bd' } },
      policy: 'standard',
    });
  });

  it('brings a person to the input that a problem names', () => {
    const { editor } = open(
      { kind: 'step', stage: 'prepare', id: 'size' },
      ({ editor: { focus } }) => focus.setState({ input: { path: 'cases.0.when', tick: 1 } }),
    );
    expect(document.activeElement?.getAttribute('data-path')).toBe('cases.0.when');
    expect(editor.focus.getState().input?.tick).toBe(1);
  });

  it('adds and deletes reasons of lost', async () => {
    const { state } = open({ kind: 'end', end: 'lost' });
    await userEvent.type(screen.getByLabelText('New reason'), 'No budget{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Delete Competitor' }));
    expect(state().drawing.outcomes.lost.reasons).toEqual([{ id: 'noBudget', label: 'No budget' }]);
  });

  it('shows the levels of a policy and edits them', async () => {
    const { state } = open({ kind: 'process' });
    await userEvent.click(screen.getByRole('button', { name: /Default policy/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a level' }));
    expect(state().drawing.policies[0]?.levels[1]).toMatchObject({
      offset: { n: 1, unit: 'bd' },
      to: [{ kind: 'managers' }],
    });
  });

  it.each(stepKinds)('has a form for a new step of kind %s', (kind) => {
    open({ kind: 'stage', stage: 'send' }, ({ state }) =>
      state().dispatch(addStep(state().drawing, 'send', kind)),
    );
    const panel = screen.getByRole('complementary');
    expect(within(panel).getByText(`${rulesOfKinds[kind].name} in 2 Send the offer`)).toBeDefined();
    expect(within(panel).getByText('Only if')).toBeDefined();
  });
});
