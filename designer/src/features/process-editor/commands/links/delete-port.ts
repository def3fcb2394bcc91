import type { Drawing } from '#core/drawing/drawing.ts';
import { linkPortsOf, portsOf } from '#core/drawing/ports.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import type { Command, Refusal } from '../command.ts';
import { prunePorts } from './prune-ports.ts';

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
  const refused = rulesOf(step).whyPortStays(step);
  if (refused !== undefined) return { refused };
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
      rulesOf(target).takePort(target, port);
      stage.links = prunePorts(
        stage.links.filter((link) => !isOnly(link)),
        target,
        before,
      );
    },
  };
}
