import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { StepPanel } from '../properties/step-panel.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import { askAdd, closeList } from '../state/focus-store.ts';
import type { Selection } from '../state/selection.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { AddList } from './add-list.tsx';

const survey: Selection = { kind: 'step', stage: 'prepare', id: 'survey' };

function open(selection: Selection, port?: string) {
  const opened = sampleEditor();
  const { editor } = opened;
  opened.state().select(selection);
  const from = port === undefined ? undefined : { stage: 'prepare', id: 'survey', port };
  if (from) askAdd(editor.focus, { at: { x: 400, y: 300 }, from });
  renderInTheme(
    <EditorProvider editor={editor}>
      <AddList />
    </EditorProvider>,
  );
  return { ...opened, links: () => opened.state().drawing.stages[0]!.links };
}

async function choose(label: string, option: string): Promise<void> {
  await userEvent.click(screen.getByRole('combobox', { name: label }));
  fireEvent.click(screen.getByRole('option', { name: option, hidden: true }));
}

const by = 'When Technical survey ended by';

describe('the list of what can be added', () => {
  it('says by which outcome the step comes, and adds it by the one that is chosen', async () => {
    const { links, state } = open(survey);
    expect(screen.getByRole('combobox', { name: by })).toHaveProperty('value', 'Feasible');
    await choose(by, 'Not feasible');
    await userEvent.type(screen.getByRole('combobox', { name: /^Add behind/ }), 'wait{Enter}');
    expect(links().at(-1)).toMatchObject({ from: 'survey', ports: ['no'] });
    expect(state().selection.kind).toBe('step');
  });

  it('adds behind the port that a line starts at, whatever is selected', async () => {
    const { links } = open({ kind: 'stage', stage: 'send' }, 'no');
    expect(screen.getByRole('combobox', { name: by })).toHaveProperty('value', 'Not feasible');
    expect(screen.queryByRole('option', { name: /^Rail/ })).toBeNull();
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Add behind Technical survey' }),
      'task{Enter}',
    );
    expect(links().at(-1)).toMatchObject({ from: 'survey', ports: ['no'] });
  });

  it('forgets the line when it is closed', () => {
    const { editor } = open(survey, 'no');
    closeList(editor.focus);
    askAdd(editor.focus);
    expect(editor.focus.getState().line).toBeUndefined();
  });

  it('offers no choice behind a step that ends in one way', () => {
    open({ kind: 'step', stage: 'prepare', id: 'price' });
    expect(screen.queryByRole('combobox', { name: /ended by$/ })).toBeNull();
  });
});

describe('the panel of a step', () => {
  function panel() {
    const opened = sampleEditor();
    opened.state().select({ kind: 'step', stage: 'prepare', id: 'size' });
    renderInTheme(
      <EditorProvider editor={opened.editor}>
        <StepPanel stage="prepare" id="size" />
      </EditorProvider>,
    );
    return opened;
  }

  it('shows by which outcome of the step before it comes, and lets another be chosen', async () => {
    const { state } = panel();
    const source = screen.getByRole('combobox', { name: 'Technical survey' });
    expect(source).toHaveProperty('value', 'Feasible');
    await choose('Technical survey', 'Any outcome');
    expect(state().drawing.stages[0]!.links[0]).toMatchObject({ id: 'l1', ports: [] });
    state().undo();
    expect(state().drawing.stages[0]!.links[0]).toMatchObject({ id: 'l1', ports: ['feasible'] });
  });
});
