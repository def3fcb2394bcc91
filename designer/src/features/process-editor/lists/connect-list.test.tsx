import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { addStep } from '../commands/steps/add-step.ts';
import { EditorProvider } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { ConnectList } from './connect-list.tsx';

function open(selection: Selection, drawing = sampleDrawing()) {
  const opened = sampleEditor(drawing);
  opened.state().select(selection);
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <ConnectList />
    </EditorProvider>,
  );
  return opened;
}

/** The list of a new approval behind the last step of the first stage. */
function openApproval() {
  const drawing = sampleDrawing();
  const made = addStep(drawing, 'prepare', 'approval', 'price');
  if ('recipe' in made) made.recipe(drawing);
  const step = drawing.stages[0]?.steps.at(-1)?.id ?? '';
  return { ...open({ kind: 'step', stage: 'prepare', id: step }, drawing), step };
}

describe('the list of steps to connect to', () => {
  it('offers each outcome of a step, and connects by the keyboard alone', async () => {
    const { state } = open({ kind: 'step', stage: 'prepare', id: 'survey' });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'price');
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      'Price the systemon any outcome',
      'Price the systemon Feasible',
      'Price the systemon Not feasible',
    ]);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(state().drawing.stages[0]?.links.at(-1)).toMatchObject({
      from: 'survey',
      to: 'price',
      ports: ['no'],
    });
  });

  it('leads back to a step that comes before, as rework with a limit', async () => {
    const { state } = open({ kind: 'step', stage: 'prepare', id: 'price' });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'survey');
    expect(screen.getByRole('option').textContent).toBe('Technical surveyback');
    await user.keyboard('{Enter}');
    expect(state().drawing.stages[0]?.links.at(-1)).toMatchObject({
      from: 'price',
      to: 'survey',
      rework: { max: 3 },
    });
  });

  it('offers the way back by each outcome, and by those that do not pass when none is named', async () => {
    const { state, step } = openApproval();
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'survey');
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      'Technical surveyback',
      'Technical surveyback, on Approved',
      'Technical surveyback, on Rejected',
    ]);
    await user.keyboard('{Enter}');
    expect(state().drawing.stages[0]?.links.at(-1)).toMatchObject({
      from: step,
      to: 'survey',
      ports: ['rejected'],
    });
  });

  it('offers an earlier stage as the target of a limited exit back', async () => {
    const { state } = open({ kind: 'stage', stage: 'send' });
    await userEvent.click(screen.getByRole('option', { name: /Back to 1 Prepare the offer/ }));
    expect(state().drawing.stages[1]?.exits.at(-1)).toMatchObject({ to: 'prepare', max: 3 });
  });

  it('offers later stages and ends as targets of an exit', async () => {
    const { state } = open({ kind: 'stage', stage: 'prepare' });
    await userEvent.click(screen.getByRole('option', { name: /Lost/ }));
    expect(state().drawing.stages[0]?.exits.at(-1)).toMatchObject({ mode: 'manual', to: 'lost' });
  });
});
