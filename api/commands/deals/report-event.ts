import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { NotConfirmed } from '../../runs/not-confirmed.ts';
import { openDeal } from './deal-row.ts';
import { claimKey, commandKey, finishCommand } from '../running/idempotency.ts';
import { startRun } from '../running/start-run.ts';

/** Names of the external events that anything in a drawing listens to. */
async function knownEvents(context: SignedInContext, versionId: string): Promise<string[]> {
  const { drawing } = await findVersion(context.services.database, versionId);
  const { stages, rails = [], clocks = [] } = drawing;
  const waits = [...stages, ...rails].flatMap(({ steps }) =>
    steps.flatMap((s) => (s.kind === 'wait' && s.for.kind === 'event' ? [s.for.event] : [])),
  );
  const exits = stages.flatMap(({ exits: all }) =>
    all.flatMap(({ mode, event }) =>
      mode === 'event' && event !== undefined && event !== 'deadline' ? [event] : [],
    ),
  );
  const triggers = [
    ...rails.flatMap(({ trigger }) => (trigger.on === 'silence' ? trigger.events : [])),
    ...rails.map(({ trigger }) => trigger),
    ...clocks.flatMap(({ start, stop, pause, resume, reset, cancel }) => {
      return [start, stop, pause, resume, reset, cancel];
    }),
  ].flatMap((each) => {
    if (typeof each === 'string') return [each];
    return each?.on === 'event' ? [each.event] : [];
  });
  return [...new Set([...waits, ...exits, ...triggers])];
}

async function claimEvent(context: SignedInContext, input: { dealId: string; name: string }) {
  const identity = commandKey(context, input);
  const earlier = await context.services.database.$transaction(async (tx) => {
    const stored = await claimKey(tx, identity);
    const deal = await openDeal(tx, input.dealId);
    const known = await knownEvents(context, deal.versionId);
    if (!known.includes(input.name)) {
      const message = `The process has no event “${input.name}”.`;
      const remedy = known.length > 0 ? `It knows ${known.join(', ')}.` : 'It knows none.';
      const errors = [{ path: 'name', value: input.name, message, remedy }];
      throw new AppError('unknown-reference', `${message} ${remedy}`, { errors });
    }
    return { isDone: stored?.status !== undefined && stored.status !== null, runNo: deal.runNo };
  });
  return { key: identity.key, ...earlier };
}

/** Tells the run of something that happened outside, such as a customer's answer (E17). */
export async function reportEvent(
  context: SignedInContext,
  input: { dealId: string; name: string },
): Promise<{ ok: true }> {
  const { services } = context;
  const { key, isDone, runNo } = await claimEvent(context, input);
  if (isDone) return { ok: true };
  const run = { dealId: input.dealId, runNo };
  const event = { id: key, kind: 'external' as const, name: input.name };
  const outcome = await services.runs.signal(run, event);
  if (outcome.kind === 'gone') await startRun(services, run);
  if (outcome.kind !== 'done') throw new NotConfirmed();
  await finishCommand(services.database, key, 200, { ok: true });
  return { ok: true };
}
