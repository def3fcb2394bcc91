import type { SignedInContext } from '../../http/request-context.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

const ok = async () => ({ ok: true as const });

/** "Continue": after going back the deal may move on by itself again (E12). */
export async function armExits(
  context: SignedInContext,
  input: { dealId: string; stage: string; visit: number },
) {
  const { dealId, stage, visit } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const { runNo } = await openDeal(tx, dealId);
      return {
        run: { dealId, runNo },
        event: { id, kind: 'arm', by: context.actor.id, stage, visit },
      };
    },
    answer: ok,
  });
}
