import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import { passPortOf } from '#core/definition/stage-graph.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step, StepKind } from '#core/drawing/step.ts';
import { drawnFrame, drawnRail, drawnStep } from '#core/drawing/drawn-step.ts';
import type { Command, Refusal } from './command.ts';
import { newId } from './new-id.ts';
import { inOrder } from './rail-chain.ts';
import { newStep, stepKindNames } from './new-step.ts';

/** In a rail, what waited for the step before waits for the new one; its ports stay on the first half. */
function handOn(links: Link[], before: string, first: Link): void {
  for (const link of links) {
    if (link.from !== before || link.rework) continue;
    first.ports = link.ports;
    Object.assign(link, { from: first.to, ports: [] });
  }
}

/** The port by which a step passes, where it can end in several ways; a step with one names none. */
function passingPorts(source: Step): string[] {
  return portsOf(source).length < 2 ? [] : [passPortOf(source)];
}

/** By which outcome the new step comes, said where there is more than one. */
function behind(source: Step | undefined, [port]: string[]): string {
  const label = source && portsOf(source).find(({ id }) => id === port)?.label;
  return label === undefined ? '' : `, behind ${source?.name} when “${label}”`;
}

/**
 * Adds a step to a stage: after the step `after` and waiting for it by its passing port, or with nothing
 * before it. In a rail it stands in the chain, at its end unless it is said behind which step.
 */
export function addStep(
  drawing: Drawing,
  stage: string,
  kind: StepKind,
  after?: string,
): Command | Refusal {
  const target = drawnFrame(drawing, stage);
  if (!target) return { refused: 'Choose a stage first: a step lives in one.' };
  const rail = drawnRail(drawing, stage);
  const place =
    (kind === 'leave' && rail ? undefined : after) ?? (rail && inOrder(rail).at(-1)?.id);
  const source = place === undefined ? undefined : drawnStep(drawing, stage, place);
  const waitsFor = source && source.kind !== 'leave' ? source : undefined;
  const step = newStep(kind, drawing);
  const isBetween = rail?.links.some((link) => link.from === waitsFor?.id && !link.rework);
  const ports = waitsFor && !isBetween ? passingPorts(waitsFor) : [];
  const link: Link = { id: newId('link'), from: waitsFor?.id ?? '', to: step.id, ports };
  return {
    label: `Add ${stepKindNames[kind]} to ${target.name}${behind(waitsFor, ports)}`,
    select: { kind: 'step', stage, id: step.id },
    recipe: (draft) => {
      const at = drawnFrame(draft, stage);
      if (!at) return;
      const index = at.steps.findIndex((one) => one.id === place);
      at.steps.splice(index === -1 ? at.steps.length : index + 1, 0, step);
      if (rail && waitsFor) handOn(at.links, waitsFor.id, link);
      if (waitsFor) at.links.push(link);
    },
  };
}
