import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { validate } from '#core/definition/validate.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { sampleDirectory, sampleEditor } from '../testing/sample-editor.ts';
import { ProblemsDrawer } from './problems-drawer.tsx';

function withoutDefault() {
  const drawing = sampleDrawing();
  const branch = drawing.stages[0]?.steps[1];
  if (branch?.kind === 'branch') delete branch.default;
  return drawing;
}

function open() {
  const opened = sampleEditor(withoutDefault());
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <ProblemsDrawer opened onToggle={() => {}} current={undefined} />
    </EditorProvider>,
  );
  return opened;
}

describe('the list of problems', () => {
  it('leads to the element and the input of a problem', async () => {
    const { editor, state } = open();
    state().setCollapsed(['prepare'], true);
    await userEvent.click(screen.getByRole('button', { name: /How large.*default/ }));
    expect(state().selection).toEqual({ kind: 'step', stage: 'prepare', id: 'size' });
    expect(state().panelOpen).toBe(true);
    expect(state().collapsed.has('prepare')).toBe(false);
    expect(editor.focus.getState().input?.path).toBe('default');
    expect(editor.focus.getState().centre?.selection).toEqual(state().selection);
  });

  it('repairs a problem by its button, as an edit that can be undone', async () => {
    const { state } = open();
    const problems = validate(withoutDefault(), sampleDirectory);
    const fixable = problems.filter((problem) => problem.fix);
    expect(fixable.length).toBeGreaterThan(0);
    const label = fixable[0]?.fix?.label ?? '';
    await userEvent.click(screen.getAllByRole('button', { name: label })[0] as HTMLElement);
    const left = validate(state().drawing, sampleDirectory);
    expect(left.map((one) => one.code)).not.toEqual(problems.map((one) => one.code));
    state().undo();
    expect(state().drawing).toEqual(withoutDefault());
  });

  it('counts errors and warnings apart', () => {
    open();
    expect(screen.getByText(/^\d+ errors?$/)).toBeDefined();
    expect(screen.getByText(/Publishing waits for the errors/)).toBeDefined();
  });
});
