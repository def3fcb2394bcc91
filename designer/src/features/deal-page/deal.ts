import type { DealDetail } from '#api/contract/deals.ts';

export type Deal = DealDetail;
export type DealExit = Deal['exits'][number];
export type DealTask = Deal['tasks'][number];

/** The key of a row: a step can run again in another visit or round. */
export function occurrenceKey(
  of: Pick<Deal['waits'][number], 'stage' | 'step' | 'visit' | 'round'>,
) {
  return `${of.stage}/${of.step}/${of.visit}/${of.round}`;
}

export function isClosed(deal: Deal): boolean {
  return deal.state === 'won' || deal.state === 'lost' || deal.state === 'finished';
}

/** The way on: the first exit that is neither lost nor back; people press it, or it goes by itself. */
export function nextExit(deal: Deal): DealExit | undefined {
  return deal.exits.find((exit) => exit.to !== 'lost' && exit.redo === null);
}

/** Manual ways to lose the deal. */
export function lostExit(deal: Deal): DealExit | undefined {
  return deal.exits.find((exit) => exit.to === 'lost' && exit.mode === 'manual');
}

/** Manual ways on besides the first. */
export function otherExits(deal: Deal): DealExit[] {
  const first = nextExit(deal);
  return deal.exits.filter(
    (exit) => exit.mode === 'manual' && exit.to !== 'lost' && exit.exit !== first?.exit,
  );
}
