import type { Drawing } from '#core/drawing/drawing.ts';
import type { StepKind, StepOf } from '#core/drawing/step.ts';
import { linkPortsOf, type Port } from '#core/drawing/ports.ts';
import { findHolder, findStep } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { prunePorts } from './prune-ports.ts';

interface StepEdit<K extends StepKind> {
  stage: string;
  id: string;
  /** The kind the step must have; any when left out. */
  kind?: K;
  /** What is changed, in the words of the form: `due`, `name`. */
  what: string;
  recipe: (step: StepOf<K>) => void;
  /** Typing: key strokes in the same field are one entry. */
  typing?: boolean;
}

function hasOtherPorts(before: readonly Port[], after: readonly Port[]): boolean {
  return before.some((port) => !after.some((one) => one.id === port.id));
}

/** Changes properties of one step; links of ways to end that it has no longer go with them. */
export function editStep<K extends StepKind = StepKind>(
  drawing: Drawing,
  edit: StepEdit<K>,
): Command | Refusal {
  const { stage, id, kind, what, recipe, typing } = edit;
  const step = findStep(drawing, stage, id);
  if (!step || (kind !== undefined && step.kind !== kind)) {
    return { refused: 'This step is no longer drawn.' };
  }
  return {
    label: `Change ${what} of ${step.name}`,
    ...(typing === true ? { coalesce: `step:${stage}/${id}.${what}` } : {}),
    recipe: (draft) => {
      const holder = findHolder(draft, stage);
      const target = holder?.steps.find((one) => one.id === id);
      if (!holder || !target) return;
      const before = linkPortsOf(target);
      recipe(target as StepOf<K>);
      if (hasOtherPorts(before, linkPortsOf(target))) {
        holder.links = prunePorts(holder.links, target, before);
      }
    },
  };
}
