import { passPortOf } from '#core/definition/flow/stage-graph.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Step } from '#core/drawing/step.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import type { Holder } from '../../state/selection.ts';
import { newId } from '../new-id.ts';

/** What becomes of the links of a stage or rail when a step goes. */
export interface Joined {
  links: Link[];
  /** Ids of the steps that now follow a neighbour of the step that goes. */
  follow: string[];
  /** Ids of the steps that only an outcome that did not pass led to: nothing leads on to them now. */
  cut: string[];
}

const both = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? `(${a}) && (${b})` : a || b || undefined;

/**
 * The condition under which a deal went along a link of the step that goes: as if the step were stepped
 * over (E1), so a link of other ports alone leads nowhere; of a branch its case becomes the condition.
 */
function onwards(step: Step, link: Link): string | undefined {
  if (link.ports.length === 0) return link.when;
  const condition = rulesOf(step).portCondition(step, link.ports);
  if (condition !== undefined) return both(condition, link.when);
  const goesOn = link.ports.includes(passPortOf(step)) || link.ports.includes('each');
  return goesOn ? link.when : 'false';
}

/** Puts a link beside the others; a second one between the same steps joins the first where both mean it. */
function put(links: Link[], link: Link): void {
  const known = links.find(
    (one) => one.from === link.from && one.to === link.to && !one.rework && one.when === link.when,
  );
  if (!known) links.push(link);
  else if (known.ports.length === 0 || link.ports.length === 0) known.ports = [];
  else known.ports.push(...link.ports.filter((port) => !known.ports.includes(port)));
}

function joined(before: Link, behind: Link, step: Step, isFirst: boolean): Link {
  const when = both(before.when, onwards(step, behind));
  const { from, ports } = before;
  const id = isFirst ? behind.id : newId('link');
  return { id, from, to: behind.to, ports: [...ports], ...(when && { when }) };
}

/**
 * The links without a step: what waited for it waits for what it waited for, by the same ports and
 * conditions. Ways back to it go with it.
 */
export function linksWithout(holder: Pick<Holder, 'steps' | 'links'>, id: string): Joined {
  const step = holder.steps.find((one) => one.id === id);
  const links = structuredClone(holder.links).filter(({ from, to }) => from !== id && to !== id);
  const before = holder.links.filter((link) => link.to === id && !link.rework);
  const behind = holder.links.filter((link) => link.from === id && !link.rework);
  const [follow, cut]: [Set<string>, Set<string>] = [new Set(), new Set()];
  if (!step || before.length === 0) return { links, follow: [], cut: [] };
  for (const next of behind) {
    const isCut = onwards(step, next) === 'false';
    if (isCut && links.some(({ to, rework }) => to === next.to && !rework)) continue;
    (isCut ? cut : follow).add(next.to);
    for (const [at, one] of before.entries()) put(links, joined(one, next, step, at === 0));
  }
  return { links, follow: [...follow], cut: [...cut].filter((one) => !follow.has(one)) };
}
