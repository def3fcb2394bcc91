import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

/** A deal is held for half a year at most (E19). */
const LONGEST_MS = 180 * 24 * 3_600_000;

const ok = async () => ({ ok: true as const });

/** @throws AppError `invalid-input` for an instant that is past or too far ahead */
function checkedUntil(until: string, now: Date): number {
  const at = Date.parse(until);
  const wrong =
    at <= now.getTime()
      ? 'Choose an instant that lies ahead.'
      : at > now.getTime() + LONGEST_MS
        ? 'A deal is held for at most 180 days.'
        : undefined;
  if (wrong === undefined) return at;
  throw new AppError('invalid-input', wrong, {
    errors: [{ path: 'until', value: until, message: wrong }],
  });
}

interface Seen {
  dealId: string;
  /** The hold that was seen. */
  heldUntil: string | null;
}

const seenHold = ({ heldUntil }: Seen) => (heldUntil === null ? null : Date.parse(heldUntil));

/**
 * Freezes a deal until an instant: no clock runs, nothing starts (E19).
 * @throws AppError `stale` when somebody has put it on hold meanwhile
 */
export async function holdDeal(
  context: SignedInContext,
  input: Seen & { until: string; reason: string },
) {
  const { actor, services } = context;
  const { dealId, reason } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const { runNo } = await openDeal(tx, dealId);
      const until = checkedUntil(input.until, services.now());
      return {
        run: { dealId, runNo },
        event: {
          id,
          kind: 'hold',
          by: actor.id,
          until,
          reason: id,
          heldUntil: seenHold(input),
        },
        submission: { values: { text: reason } },
      };
    },
    answer: ok,
  });
}

/** Ends the hold of a person before its time; a pause of the whole process stays. */
export async function resumeDeal(context: SignedInContext, input: Seen) {
  const { dealId } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const { runNo } = await openDeal(tx, dealId);
      const heldUntil = seenHold(input);
      return {
        run: { dealId, runNo },
        event: { id, kind: 'resume', by: context.actor.id, heldUntil },
      };
    },
    answer: ok,
  });
}
