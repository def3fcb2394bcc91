import type { SignedInContext } from '../edge/request-context.ts';
import { AppError, notFound } from '../problem/app-error.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from './run-command.ts';

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

/**
 * Takes note that something is late: no higher level is raised for four business hours, once.
 * @throws AppError `not-open` when the clock has stopped or goes on in a later cycle
 */
export async function acknowledgeClock(
  context: SignedInContext,
  input: { dealId: string; clock: string; cycle: number },
) {
  const { dealId, clock, cycle } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const { runNo } = await openDeal(tx, dealId);
      const where = { dealId_runNo_clock_cycle: { dealId, runNo, clock, cycle } };
      const row = await tx.clock.findUnique({ where, select: { state: true } });
      if (!row) throw notFound('clock', clock);
      if (row.state !== 'running' && row.state !== 'breached')
        throw new AppError('not-open', 'Its time is not being measured any more.');
      return {
        run: { dealId, runNo },
        event: { id, kind: 'acknowledge', by: context.actor.id, clock, cycle },
      };
    },
    answer: ok,
  });
}
