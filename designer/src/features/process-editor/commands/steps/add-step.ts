import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Port } from '#core/drawing/port.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step, StepKind } from '#core/drawing/step.ts';
import { drawnFrame, drawnRail, drawnStep } from '#core/drawing/drawn-step.ts';
import { rulesOf, rulesOfKinds } from '../../step-kinds/rules-of-kinds.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';
import { inOrder } from '../rails/rail-chain.ts';
import { newStep } from './new-step.ts';
import { onwardPorts, passingPorts } from '../links/passing-ports.ts';

/** In a rail, what waited for the step before waits for the new one; its ports stay on the first half. */
function handOn(links: Link[], before: string, first: Link, onward: string[]): void {
  for (const link of links) {
    if (link.from !== before || link.rework) continue;
    first.ports = link.ports;
    Object.assign(link, { from: first.to, ports: onward });
  }
}

/** In a rail, what waits for a step already makes the new one stand between. */
function isBetween(drawing: Drawing, rail: string, before: string | undefined): boolean {
  const links = drawnRail(drawing, rail)?.links ?? [];
  return links.some((link) => link.from === before && !link.rework);
}

/** The ports of a step by which a new one behind it may come; none where there is nothing to choose. */
export function portsBehind(drawing: Drawing, stage: string, before: string): Port[] {
  const source = drawnStep(drawing, stage, before);
  if (!source || isBetween(drawing, stage, before)) return [];
  const ports = linkPortsOf(source);
  return ports.length < 2 ? [] : ports;
}

/** The ports that are named at first for a step behind this one. */
export function firstPortsBehind(drawing: Drawing, stage: string, before: string): string[] {
  const source = drawnStep(drawing, stage, before);
  return source ? passingPorts(source) : [];
}

/** By which outcome the new step comes, said where there is more than one. */
function behind(source: Step | undefined, ports: readonly string[]): string {
  const named = source ? linkPortsOf(source).filter(({ id }) => ports.includes(id)) : [];
  const labels = named.map(({ label }) => `“${label}”`).join(' or ');
  return labels === '' ? '' : `, behind ${source?.name} when ${labels}`;
}

/**
 * Adds a step to a stage: after the step `after` and waiting for it, or with nothing before it. It comes by
 * the ports `by`, any where they are empty, and by the passing one where nothing is said. In a rail it stands in the chain, at its end unless it is said behind which step.
 */
export function addStep(
  drawing: Drawing,
  stage: string,
  kind: StepKind,
  after?: string,
  by?: readonly string[],
): Command | Refusal {
  const target = drawnFrame(drawing, stage);
  if (!target) return { refused: 'Choose a stage first: a step lives in one.' };
  const rail = drawnRail(drawing, stage);
  const { leavesStage, name } = rulesOfKinds[kind];
  const place = (leavesStage && rail ? undefined : after) ?? (rail && inOrder(rail).at(-1)?.id);
  const source = place === undefined ? undefined : drawnStep(drawing, stage, place);
  const waitsFor = source && !rulesOf(source).leavesStage ? source : undefined;
  const step = newStep(kind, drawing);
  const isFree = waitsFor && !isBetween(drawing, stage, waitsFor.id);
  const ports = isFree ? [...(by ?? passingPorts(waitsFor))] : [];
  const link: Link = { id: newId('link'), from: waitsFor?.id ?? '', to: step.id, ports };
  return {
    label: `Add ${name} to ${target.name}${behind(waitsFor, ports)}`,
    select: { kind: 'step', stage, id: step.id },
    recipe: (draft) => {
      const at = drawnFrame(draft, stage);
      if (!at) return;
      const index = at.steps.findIndex((one) => one.id === place);
      at.steps.splice(index === -1 ? at.steps.length : index + 1, 0, step);
      if (rail && waitsFor) handOn(at.links, waitsFor.id, link, onwardPorts(step));
      if (waitsFor) at.links.push(link);
    },
  };
}
