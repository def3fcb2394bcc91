import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import type { Selection } from '../state/selection.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { ConnectList } from './connect-list.tsx';

function open(selection: Selection) {
  const opened = sampleEditor();
  opened.state().select(selection);
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <ConnectList />
    </EditorProvider>,
  );
  return opened;
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

  it('says which steps would close a circle and does not take them', async () => {
    const { state } = open({ kind: 'step', stage: 'prepare', id: 'price' });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'survey{Enter}');
    expect(screen.getByRole('option').textContent).toBe('Technical surveywould close a circle');
    expect(state().drawing.stages[0]?.links).toHaveLength(2);
  });

  it('offers later stages and ends as targets of an exit', async () => {
    const { state } = open({ kind: 'stage', stage: 'prepare' });
    await userEvent.click(screen.getByRole('option', { name: /Lost/ }));
    expect(state().drawing.stages[0]?.exits.at(-1)).toMatchObject({ mode: 'manual', to: 'lost' });
  });
});
