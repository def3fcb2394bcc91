import { act, fireEvent, screen, within } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import type { StepKind } from '#core/drawing/step.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { Board } from '../board/board.tsx';
import { Palette } from '../palette/palette.tsx';
import { PropertyPanel } from '../properties/property-panel.tsx';
import { EditorProvider } from '../state/editor-context.tsx';
import { sampleEditor } from '../testing/sample-editor.ts';
import { rulesOfKinds, stepKinds } from './rules-of-kinds.ts';

/** Opens the whole editor and adds a step of a kind to the second stage, by its entry of the palette. */
function addFromPalette(kind: StepKind) {
  const opened = sampleEditor();
  opened.state().select({ kind: 'stage', stage: 'send' });
  renderInTheme(
    <EditorProvider editor={opened.editor}>
      <ReactFlowProvider>
        <Palette />
        <Board />
        <PropertyPanel />
      </ReactFlowProvider>
    </EditorProvider>,
  );
  const palette = screen.getByRole('complementary', { name: 'Palette' });
  const { name } = rulesOfKinds[kind];
  const entry = within(palette).getByRole('button', { name });
  expect(entry.querySelector('svg')).not.toBeNull();
  act(() => void fireEvent.click(entry));
  const { drawing, selection } = opened.state();
  const step = drawing.stages[1]?.steps.find(
    (one) => selection.kind === 'step' && one.id === selection.id,
  );
  if (step?.kind !== kind) throw new Error(`The palette adds no ${name}.`);
  return { step, name };
}

describe('each kind of step', { timeout: 30_000 }, () => {
  it.each(stepKinds)('%s is added from the palette, and has a card and a form', (kind) => {
    const { step, name } = addFromPalette(kind);
    const card = document.querySelector(`div[id="board-step:send/${step.id}"]`);
    expect(card?.getAttribute('aria-label')).toBe(step.name);
    expect(card?.querySelector('svg')).not.toBeNull();
    expect(card?.textContent).not.toMatch(/undefined|NaN|\[object/);
    expect(screen.getByText(`${name} in 2 Send the offer`)).toBeDefined();
    expect(screen.getByText('Only if')).toBeDefined();
  });

  it('has a name of its own', () => {
    expect(new Set(stepKinds.map((kind) => rulesOfKinds[kind].name)).size).toBe(stepKinds.length);
  });
});
