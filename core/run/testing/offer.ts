import type { LinkDefinition } from '../../definition/definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import { exit, link, process, stage, task } from '../../world/testing/process.ts';

export const won = [exit('won', 'auto', 'won')];
export const watched = { price: 'value', size: 'value', file: 'isSet' } as const;
export const ports = ['approved', 'rejected'];

/** A link as `link` writes it that starts another round, at most `max` times. */
export function rework(text: string, max: number, when?: LinkDefinition['when']): LinkDefinition {
  return { ...link(text, when), rework: max };
}

/** price → sheet → approve → contract; a rejection goes back to the price. */
export function offer(
  parts: { sheet?: object; price?: object; max?: number; when?: LinkDefinition['when'] } = {},
): Deal {
  const steps = [
    task('price', { outputs: ['price'], ...parts.price }),
    task('sheet', parts.sheet ?? {}),
    task('approve', { ports }),
    task('contract'),
  ];
  const back = rework('approve.rejected>price', parts.max ?? 2, parts.when);
  const links = ['price>sheet', 'sheet>approve', 'approve.approved>contract', back];
  return new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
}

export function priced(deal: Deal, price: number): void {
  deal.complete('price', 'done', { price });
}

/** One round: priced, put on a sheet, and rejected. */
export function rejected(deal: Deal): void {
  priced(deal, 10);
  deal.complete('sheet');
  deal.complete('approve', 'rejected');
}
