import type { Drawing } from '#core/drawing/drawing.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { portsOf } from '#core/drawing/ports.ts';
import { findStage, findStep } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { newId } from './new-id.ts';

/** True when `to` can be reached from `from` along the links of a stage. */
export function leadsTo(stage: Stage, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step === to) return true;
    if (seen.has(step)) continue;
    seen.add(step);
    for (const link of stage.links) if (link.from === step) open.push(link.to);
  }
  return false;
}

/** Why `to` cannot wait for `from`, as a sentence; undefined when it can. */
export function whyNotConnect(
  drawing: Drawing,
  stageId: string,
  from: string,
  to: string,
): string | undefined {
  const stage = findStage(drawing, stageId);
  const source = findStep(drawing, stageId, from);
  const target = findStep(drawing, stageId, to);
  if (!stage || !source || !target) {
    return 'Links join steps of one stage. To go on to another stage, draw an exit.';
  }
  if (from === to) return `${source.name} cannot wait for itself.`;
  if (source.kind === 'leave') return `${source.name} leaves the stage, so nothing can follow it.`;
  if (leadsTo(stage, to, from)) {
    return `${source.name} already waits for ${target.name}: the link would close a circle.`;
  }
  return undefined;
}

/**
 * Draws the dependency "`to` waits for `from`"; on a link that exists it adds the port. A port that
 * is the only one need not be named.
 */
export function connectSteps(
  drawing: Drawing,
  stageId: string,
  from: string,
  to: string,
  by?: string,
): Command | Refusal {
  const refused = whyNotConnect(drawing, stageId, from, to);
  if (refused !== undefined) return { refused };
  const [source, target] = [findStep(drawing, stageId, from), findStep(drawing, stageId, to)];
  if (!source || !target) return { refused: 'These steps are no longer drawn.' };
  const port = portsOf(source).length > 1 ? by : undefined;
  const known = findStage(drawing, stageId)?.links.find((l) => l.from === from && l.to === to);
  if (known && (port === undefined || known.ports.length === 0 || known.ports.includes(port))) {
    return { refused: `${target.name} already waits for ${source.name}.` };
  }
  const label = portsOf(source).find((one) => one.id === port)?.label;
  const link = { id: newId('link'), from, to, ports: port === undefined ? [] : [port] };
  return {
    label: `Connect ${source.name}${label === undefined ? '' : ` (${label})`} to ${target.name}`,
    select: { kind: 'link', stage: stageId, id: known?.id ?? link.id },
    recipe: (draft) => {
      const stage = findStage(draft, stageId);
      const old = stage?.links.find((one) => one.id === known?.id);
      if (old && port !== undefined) old.ports.push(port);
      else stage?.links.push(link);
    },
  };
}
