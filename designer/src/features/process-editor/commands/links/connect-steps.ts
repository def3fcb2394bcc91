import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import type { Holder } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';

/** How often a new rework link may be taken. */
const FIRST_CAP = 3;

/** True when `to` can be reached from `from` along the links of a stage; rework links do not count. */
export function leadsTo(stage: Pick<Holder, 'links'>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step === to) return true;
    if (seen.has(step)) continue;
    seen.add(step);
    for (const link of stage.links) if (link.from === step && !link.rework) open.push(link.to);
  }
  return false;
}

/** True when a link from one step to another would lead back: it is a rework link then (E13). */
export function isBackward(drawing: Drawing, stageId: string, from: string, to: string): boolean {
  const holder = drawnFrame(drawing, stageId);
  return holder !== undefined && leadsTo(holder, to, from);
}

/** Why two steps cannot be linked, as a sentence; undefined when they can. */
export function whyNotConnect(
  drawing: Drawing,
  stageId: string,
  from: string,
  to: string,
): string | undefined {
  const source = drawnStep(drawing, stageId, from);
  const target = drawnStep(drawing, stageId, to);
  if (!source || !target) {
    return 'Links join steps of one stage. To go on to another stage, draw an exit.';
  }
  if (from === to) return `${source.name} cannot wait for itself.`;
  if (rulesOf(source).leavesStage)
    return `${source.name} leaves the stage, so nothing can follow it.`;
  return undefined;
}

/** Ports that a new link names: the one it starts at; a way back starts where work did not pass. */
function portsFor(source: Step, by: string | undefined, back: boolean): string[] {
  const ports = linkPortsOf(source);
  if (ports.length < 2) return [];
  if (by !== undefined) return [by];
  return back ? ports.filter((port) => !port.passes && port.id !== 'each').map(({ id }) => id) : [];
}

function labelOf(source: Step, target: Step, ports: string[], back: boolean): string {
  const all = linkPortsOf(source);
  const names = all.filter((port) => ports.includes(port.id)).map(({ label }) => label);
  if (names.length === 0 && all.length > 1 && !back) names.push('any outcome');
  const by = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `${back ? 'Send' : 'Connect'} ${source.name}${by} ${back ? 'back ' : ''}to ${target.name}`;
}

/** True when a deal that goes by these ports goes along the link already. */
function covers(link: Link, source: Step, ports: string[]): boolean {
  if (link.ports.length === 0) return true;
  const wanted = ports.length === 0 ? linkPortsOf(source).map(({ id }) => id) : ports;
  return wanted.every((port) => link.ports.includes(port));
}

/**
 * Draws the dependency "`to` waits for `from`"; on a link that exists it adds the port, unless a condition
 * of that link would then hold for it too. A port that is the only one need not be named. Where `to` comes
 * before `from` it draws a rework link instead.
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
  const [source, target] = [drawnStep(drawing, stageId, from), drawnStep(drawing, stageId, to)];
  if (!source || !target) return { refused: 'These steps are no longer drawn.' };
  const back = isBackward(drawing, stageId, from, to);
  const ports = portsFor(source, by, back);
  const links = drawnFrame(drawing, stageId)?.links ?? [];
  const between = links.filter((one) => one.from === from && one.to === to);
  const same = between.find((one) => covers(one, source, ports));
  if (same) return { refused: alreadyLinked(source, target, same) };
  const known = between.find((one) => one.when === undefined && !one.rework === !back);
  const rework = back ? { rework: { max: FIRST_CAP } } : {};
  const link: Link = { id: newId('link'), from, to, ports, ...rework };
  return {
    label: labelOf(source, target, ports, back),
    select: { kind: 'link', stage: stageId, id: known?.id ?? link.id },
    recipe: (draft) => {
      const holder = drawnFrame(draft, stageId);
      const old = holder?.links.find((one) => one.id === known?.id);
      if (old) old.ports = ports.length === 0 ? [] : [...new Set([...old.ports, ...ports])];
      else holder?.links.push(link);
    },
  };
}

function alreadyLinked(source: Step, target: Step, { rework }: Link): string {
  if (rework) return `${source.name} already leads back to ${target.name}.`;
  return `${target.name} already waits for ${source.name}.`;
}
