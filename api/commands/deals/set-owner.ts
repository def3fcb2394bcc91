import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { ownerRoles } from '../../contract/primitives.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  dealId: string;
  owner: string;
  /** The owner that was seen. */
  from: string | null;
}

/**
 * Hands a deal to another person; tasks of its owner follow.
 * @throws AppError `stale` with the owner as it is now
 */
export async function setOwner(context: SignedInContext, input: Input) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, input.dealId);
      const where = { id: input.owner, active: true, role: { in: ownerRoles } };
      if ((await tx.person.count({ where })) === 0) {
        const message = 'No active person who may own deals has this id.';
        const errors = [{ path: 'owner', value: input.owner, message }];
        throw new AppError('unknown-reference', message, { errors });
      }
      return {
        run: { dealId: deal.id, runNo: deal.runNo },
        event: {
          id,
          kind: 'setOwner',
          by: context.actor.id,
          owner: input.owner,
          from: input.from,
        },
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}
