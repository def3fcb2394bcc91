import type { StepRef } from '#core/run/contract/event.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input extends Omit<StepRef, 'item'> {
  dealId: string;
  port: string;
  reason: string;
}

/** Ends a waiting step through a port, with a reason (E17). */
export async function endWait(context: SignedInContext, input: Input) {
  const { dealId, port, reason, ...wait } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, dealId);
      return {
        run: { dealId, runNo: deal.runNo },
        event: { id, kind: 'endWait', by: context.actor.id, wait, port, reason: id },
        submission: { values: { text: reason } },
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}
