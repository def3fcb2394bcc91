import type { Drawing } from '#core/drawing/drawing.ts';
import { linkPortsOf, portsOf } from '#core/drawing/ports.ts';
import type { Step, StepOf } from '#core/drawing/step.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import type { Command, Refusal } from '../command.ts';
import { prunePorts } from './prune-ports.ts';

/** A task is no longer repeated when none of the outcomes is left that it is repeated for. */
function withoutRepeat(step: StepOf<'task'>, port: string): void {
  if (!step.repeat) return;
  const on = step.repeat.on.filter((one) => one !== port);
  if (on.length > 0) step.repeat.on = on;
  else delete step.repeat;
}

function withoutPort(step: Step, port: string): void {
  if (step.kind === 'task') {
    step.outcomes = step.outcomes.filter((one) => one.id !== port);
    withoutRepeat(step, port);
  }
  if (step.kind !== 'branch') return;
  step.cases = step.cases.filter((one) => one.port !== port);
  if (step.default?.port === port) delete step.default;
}

/** Removes an outcome of a task, or a case or the default of a branch, with the links of it alone. */
export function deletePort(
  drawing: Drawing,
  stageId: string,
  id: string,
  port: string,
): Command | Refusal {
  const step = drawnStep(drawing, stageId, id);
  const label = step && portsOf(step).find((one) => one.id === port)?.label;
  if (!step || label === undefined) return { refused: 'This outcome is no longer drawn.' };
  if (step.kind === 'task' && step.outcomes.length === 1) {
    return { refused: `${step.name} needs at least one outcome.` };
  }
  const isOnly = (link: { from: string; ports: string[] }) =>
    link.from === id && link.ports.length === 1 && link.ports[0] === port;
  const links = drawnFrame(drawing, stageId)?.links.filter(isOnly).length ?? 0;
  const tail = links === 0 ? '' : ` and ${links} ${links === 1 ? 'link' : 'links'}`;
  return {
    label: `Delete ${label} of ${step.name}${tail}`,
    recipe: (draft) => {
      const stage = drawnFrame(draft, stageId);
      const target = stage?.steps.find((one) => one.id === id);
      if (!stage || !target) return;
      const before = linkPortsOf(target);
      withoutPort(target, port);
      stage.links = prunePorts(
        stage.links.filter((link) => !isOnly(link)),
        target,
        before,
      );
    },
  };
}
