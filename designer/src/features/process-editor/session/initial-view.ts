import type { Drawing } from '#core/drawing/drawing.ts';
import { metrics } from '#core/layout/metrics.ts';
import { stageLayout } from '#core/layout/stage-layout.ts';
import { wholeProcess, type Selection } from '../state/selection.ts';

/** The element with an id, wherever it is drawn. */
export function selectionById(drawing: Drawing, id: string | undefined): Selection {
  if (id === undefined) return wholeProcess;
  if (id === 'won' || id === 'lost') return { kind: 'end', end: id };
  for (const stage of drawing.stages) {
    if (stage.id === id) return { kind: 'stage', stage: id };
    const at = { stage: stage.id, id };
    if (stage.steps.some((one) => one.id === id)) return { kind: 'step', ...at };
    if (stage.links.some((one) => one.id === id)) return { kind: 'link', ...at };
    if (stage.exits.some((one) => one.id === id)) return { kind: 'exit', ...at };
  }
  return onRails(drawing, id) ?? wholeProcess;
}

function onRails(drawing: Drawing, id: string): Selection | undefined {
  for (const rail of drawing.rails ?? []) {
    const at = { stage: rail.id, id };
    if (rail.id === id) return { kind: 'rail', stage: id };
    if (rail.steps.some((one) => one.id === id)) return { kind: 'step', ...at };
    if (rail.links.some((one) => one.id === id)) return { kind: 'link', ...at };
  }
  return undefined;
}

/**
 * Stages to fold at first so that all columns fit a board of this width at 100 %: that of the
 * selection stays open, then those with the most steps, as long as they fit.
 */
export function stagesToFold(
  { stages }: Drawing,
  width: number,
  selection: Selection,
): Set<string> {
  const { margin, end, columnGap, spine } = metrics;
  const chosen = 'stage' in selection ? selection.stage : undefined;
  const order = stages.toSorted(
    (a, b) => Number(b.id === chosen) - Number(a.id === chosen) || b.steps.length - a.steps.length,
  );
  let free = width - 2 * margin - end.width - stages.length * (spine + columnGap);
  const folded = new Set<string>();
  for (const [index, stage] of order.entries()) {
    const more = stageLayout(stage).width - spine;
    if (index === 0 || more <= free) free -= more;
    else folded.add(stage.id);
  }
  return folded;
}
