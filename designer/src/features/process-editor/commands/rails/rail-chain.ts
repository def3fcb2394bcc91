import { stepGraph } from '#core/definition/flow/stage-graph.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Step } from '#core/drawing/step.ts';

interface Chain {
  steps: Step[];
  links: Link[];
}

/** The steps of a rail in the order in which they come. */
export function inOrder(rail: Chain): Step[] {
  const { order, cyclic, steps } = stepGraph(rail);
  return [...order, ...[...steps.values()].filter(({ id }) => cyclic.has(id))];
}

/** True when each step waits for the one before and for nothing else, as a rail is drawn at first. */
export function isChain(rail: Chain): boolean {
  const order = inOrder(rail);
  const links = rail.links.filter((link) => !link.rework);
  return (
    links.length === Math.max(0, order.length - 1) &&
    links.every(({ from, to }) => {
      const at = order.findIndex((step) => step.id === from);
      return order[at + 1]?.id === to;
    })
  );
}

/** Links that make each step wait for the one before; ports stay where the source stays. */
export function chainOf(order: readonly Step[], old: readonly Link[], id: () => string): Link[] {
  return order.slice(1).flatMap((step, at) => {
    const from = order[at]?.id ?? '';
    const kept = old.find((link) => link.from === from && link.to === step.id && !link.rework);
    return [kept ?? { id: id(), from, to: step.id, ports: [] }];
  });
}
