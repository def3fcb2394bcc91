import type { Problem } from '#core/definition/problems/problem.ts';
import type { Editor } from '../state/editor-context.tsx';
import { askCentre, askInput } from '../state/focus-store.ts';
import { panelPath, selectionOf } from '../state/problem-store.ts';

/** Selects the element of a problem, opens its panel, shows it on the board and focuses the input. */
export function goToProblem({ store, focus }: Editor, problem: Problem): void {
  const selection = selectionOf(problem);
  const { select, setCollapsed } = store.getState();
  if (selection.kind === 'step' || selection.kind === 'link') {
    setCollapsed([selection.stage], false);
  }
  select(selection, 'open');
  askCentre(focus, selection);
  askInput(focus, panelPath(problem));
}
