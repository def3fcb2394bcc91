import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { openDeal } from '../deals/deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface ClockRef {
  dealId: string;
  clock: string;
  cycle: number;
}

/**
 * Takes note that something is late: no higher level is raised for four business hours, once (E31).
 * @throws AppError `not-open` when the clock has ended or goes on in a later cycle
 */
export function takeNote(context: SignedInContext, input: ClockRef) {
  return ofClock(context, input, 'acknowledge');
}

/**
 * Takes that note back: the next levels are due again (E31).
 * @throws AppError `not-open` when the clock has ended or goes on in a later cycle
 */
export function takeBackNote(context: SignedInContext, input: ClockRef) {
  return ofClock(context, input, 'takeBackNote');
}

function ofClock(context: SignedInContext, input: ClockRef, kind: 'acknowledge' | 'takeBackNote') {
  const { dealId, clock, cycle } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const { runNo } = await openDeal(tx, dealId);
      const where = { dealId_runNo_clock_cycle: { dealId, runNo, clock, cycle } };
      const row = await tx.clock.findUnique({ where, select: { stoppedAt: true } });
      if (!row) throw notFound('clock', clock);
      if (row.stoppedAt) throw new AppError('not-open', 'Its time is not being measured any more.');
      return {
        run: { dealId, runNo },
        event: { id, kind, by: context.actor.id, clock, cycle },
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}
