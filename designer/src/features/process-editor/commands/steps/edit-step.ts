import type { Drawing } from '#core/drawing/drawing.ts';
import type { StepKind, StepOf } from '#core/drawing/step.ts';
import type { Port } from '#core/drawing/port.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import type { Holder } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { editOf, type Edit } from '../edit-of.ts';
import { prunePorts } from '../links/prune-ports.ts';

interface StepEdit<K extends StepKind> extends Edit<StepOf<K>> {
  stage: string;
  id: string;
  /** The kind the step must have; any when left out. */
  kind?: K;
}

function hasOtherPorts(before: readonly Port[], after: readonly Port[]): boolean {
  return before.some((port) => !after.some((one) => one.id === port.id));
}

/** Changes properties of one step; links of ways to end that it has no longer go with them. */
export function editStep<K extends StepKind = StepKind>(
  drawing: Drawing,
  edit: StepEdit<K>,
): Command | Refusal {
  const { stage, id, kind } = edit;
  const step = drawnStep(drawing, stage, id);
  if (!step || (kind !== undefined && step.kind !== kind)) {
    return { refused: 'This step is no longer drawn.' };
  }
  const recipe = (holder: Holder) => {
    const target = holder.steps.find((one) => one.id === id);
    if (!target) return;
    const before = linkPortsOf(target);
    edit.recipe(target as StepOf<K>);
    if (hasOtherPorts(before, linkPortsOf(target))) {
      holder.links = prunePorts(holder.links, target, before);
    }
  };
  const find = (draft: Drawing) => drawnFrame(draft, stage);
  return editOf({ ...edit, recipe }, step.name, `step:${stage}/${id}`, find);
}
