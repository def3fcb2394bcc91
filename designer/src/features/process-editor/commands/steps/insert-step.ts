import type { Drawing } from '#core/drawing/drawing.ts';
import type { StepKind } from '#core/drawing/step.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { rulesOfKinds } from '../../step-kinds/rules-of-kinds.ts';
import { findLink, stepName } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';
import { newStep } from './new-step.ts';
import { onwardPorts } from '../links/passing-ports.ts';

/** Puts a step between two linked ones; ports and condition stay on the first half, the second passes. */
export function insertStep(
  drawing: Drawing,
  stage: string,
  linkId: string,
  kind: StepKind,
): Command | Refusal {
  const link = findLink(drawing, stage, linkId);
  if (!link) return { refused: 'This link is no longer drawn.' };
  if (link.rework) return { refused: 'A rework link leads back: no step can be added on it.' };
  const { leavesStage, name } = rulesOfKinds[kind];
  if (leavesStage) return { refused: `Nothing can follow a ${name} step: add it at an end.` };
  const step = newStep(kind, drawing);
  const second = { id: newId('link'), from: step.id, to: link.to, ports: onwardPorts(step) };
  const [from, to] = [stepName(drawing, stage, link.from), stepName(drawing, stage, link.to)];
  return {
    label: `Add ${name} between ${from} and ${to}`,
    select: { kind: 'step', stage, id: step.id },
    recipe: (draft) => {
      const at = drawnFrame(draft, stage);
      const first = at?.links.find((one) => one.id === linkId);
      if (!at || !first) return;
      const index = at.steps.findIndex((one) => one.id === first.from);
      at.steps.splice(index + 1, 0, step);
      first.to = step.id;
      at.links.push(second);
    },
  };
}
