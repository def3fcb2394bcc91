import { act, fireEvent, screen, within } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import { selectionKey } from '../state/selection.ts';
import { railDrawing } from '../testing/rail-drawing.ts';
import { sampleDrawing } from '../testing/sample-drawing.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { Board } from './board.tsx';
import { connect } from './lines/use-connect.ts';

function open(drawing = sampleDrawing()) {
  const opened = sampleEditor(drawing);
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <ReactFlowProvider>
        <Board />
      </ReactFlowProvider>
    </EditorProvider>,
  );
  return { ...opened, board: screen.getByRole('application', { name: /^Stage board/ }) };
}

const line = (source: string, target: string, sourceHandle: string | null = null) => ({
  source,
  target,
  sourceHandle,
  targetHandle: null,
});

describe('the board', () => {
  it('shows steps with who, by when and their outcomes', () => {
    open();
    expect(screen.getByText('Price the system')).toBeDefined();
    expect(screen.getByText('Business analysis')).toBeDefined();
    expect(screen.getByText('2 bd')).toBeDefined();
    expect(screen.getByText('Not feasible')).toBeDefined();
    expect(screen.getByText('reply, at most 3 bd')).toBeDefined();
  });

  it('is walked, opened and emptied by keys', () => {
    const { board, state, editor } = open();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) fireEvent.keyDown(board, { key });
    expect(state().selection).toEqual({ kind: 'step', stage: 'prepare', id: 'size' });
    expect(board.getAttribute('aria-activedescendant')).toBe('board-step:prepare/size');
    fireEvent.keyDown(board, { key: 'Enter' });
    expect(editor.focus.getState().input?.path).toBe('');
    fireEvent.keyDown(board, { key: 'Delete' });
    expect(state().drawing.stages[0]?.steps.map((step) => step.id)).toEqual(['survey', 'price']);
    fireEvent.keyDown(board, { key: 'Escape' });
    expect(state().selection).toEqual({ kind: 'process' });
  });

  it('offers the first stage when nothing is drawn', () => {
    const { state } = open({ ...sampleDrawing(), stages: [] });
    fireEvent.click(screen.getByRole('button', { name: /Add stage/ }));
    expect(state().drawing.stages).toHaveLength(1);
    expect(screen.queryByText('Start with the first stage')).toBeNull();
  });

  it('marks what has problems without drawing it anew', () => {
    const drawing = sampleDrawing();
    const branch = drawing.stages[0]?.steps[1];
    if (branch?.kind === 'branch') delete branch.default;
    open(drawing);
    expect(screen.getAllByLabelText(/\d error/).length).toBeGreaterThan(0);
  });
});

describe('the rails below the columns', () => {
  it('show what sets them off and their steps as beads, which open by a click', () => {
    const { state } = open(railDrawing());
    const rail = screen.getByRole('region', { name: 'Rail: No activity' });
    expect(rail.textContent).toMatch(
      /Stages 1–2.*14 d of silence.*Contact.*\+5 bd.*Stops on reply/,
    );
    fireEvent.click(within(rail).getByRole('button', { name: 'Five days' }));
    expect(state().selection).toEqual({ kind: 'step', stage: 'quiet', id: 'pause' });
  });

  it('are walked by the arrows, from the columns and back', () => {
    const { board, state } = open(railDrawing());
    act(() => state().select({ kind: 'stage', stage: 'send' }));
    const at = (key: string) => {
      fireEvent.keyDown(board, { key });
      return selectionKey(state().selection);
    };
    for (let n = 0; n < 2; n += 1) at('ArrowDown');
    expect(['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowUp'].map(at)).toEqual([
      'rail:quiet',
      'step:quiet/contact',
      'step:quiet/pause',
      'step:quiet/contact',
      'stage:prepare',
    ]);
  });
});

describe('a line drawn by mouse', () => {
  const drawing = sampleDrawing();

  it('is a dependency between steps of one stage, by the port it starts at', () => {
    const made = connect(drawing, line('step:prepare/survey', 'step:prepare/price', 'no'));
    expect(made).toMatchObject({
      label: 'Connect Technical survey (Not feasible) to Price the system',
    });
  });

  it('is an exit between a stage and a later one or an end', () => {
    const label = 'Add an exit from Prepare the offer to Won';
    expect(connect(drawing, line('stage:prepare', 'end:won'))).toMatchObject({ label });
  });

  it('is rework where it leads back to a step that comes before', () => {
    const made = connect(drawing, line('step:prepare/price', 'step:prepare/survey', 'priced'));
    expect(made).toMatchObject({ label: 'Send Price the system back to Technical survey' });
  });

  it('is a limited exit back where it leads to an earlier stage', () => {
    const label = 'Add an exit from Send the offer to Prepare the offer';
    expect(connect(drawing, line('stage:send', 'stage:prepare'))).toMatchObject({ label });
  });

  it.each([
    ['step:prepare/survey', 'step:send/mail', /Links join steps of one stage/],
    ['step:prepare/price', 'step:prepare/price', /cannot wait for itself/],
    ['stage:send', 'step:prepare/price', /An exit leads to another stage/],
  ])('from %s to %s is refused with the reason', (source, target, refused) => {
    expect(connect(drawing, line(source, target))).toMatchObject({
      refused: expect.stringMatching(refused) as string,
    });
  });
});
