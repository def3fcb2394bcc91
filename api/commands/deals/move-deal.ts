import type { Drawing } from '#core/drawing/drawing.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  dealId: string;
  stage: string;
  visit: number;
  exit: string;
  reasons: string[];
  note?: string | undefined;
  override?: { reason: string } | undefined;
  redo?: string[] | undefined;
}

const mayOverride = new Set(['admin', 'manager']);

/** @throws AppError `invalid-input` for a reason that the outcome does not have */
function checkReasons(drawing: Drawing, { stage, exit, reasons }: Input): void {
  const target = drawing.stages
    .find(({ id }) => id === stage)
    ?.exits.find(({ id }) => id === exit)?.to;
  const outcome = target === 'won' ? drawing.outcomes.won : drawing.outcomes.lost;
  const known = new Set(outcome.reasons.map(({ id }) => id));
  const errors = reasons.flatMap((reason, index) =>
    known.has(reason)
      ? []
      : [{ path: `reasons.${index}`, value: reason, message: 'This reason is not on the list.' }],
  );
  if (errors.length > 0) throw new AppError('invalid-input', 'A reason is not known.', { errors });
}

/** The outcome's note and the reason of an override share the submission of the command. */
function written({ note, override }: Input): object | undefined {
  if (note === undefined && override === undefined) return undefined;
  return {
    ...(note !== undefined && { text: note }),
    ...(override && { override: override.reason }),
  };
}

/**
 * Moves a deal by an exit of its stage, through the gate. Managers may pass the gate with a reason.
 * @throws AppError `gate-unmet` with everything that is missing, `stale` when the deal is elsewhere
 */
export async function moveDeal(context: SignedInContext, input: Input) {
  const { actor, services } = context;
  if (input.override && !mayOverride.has(actor.role))
    throw new AppError('forbidden', 'Only a manager can pass the gate with a reason.');
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, input.dealId);
      const { drawing } = await findVersion(tx, deal.versionId);
      checkReasons(drawing, input);
      const values = written(input);
      return {
        run: { dealId: deal.id, runNo: deal.runNo },
        event: {
          id,
          kind: 'move',
          by: actor.id,
          stage: input.stage,
          visit: input.visit,
          exit: input.exit,
          reasons: input.reasons,
          ...(input.redo && { redo: input.redo }),
          ...(input.note === undefined ? {} : { note: id }),
          ...(input.override && { override: { reason: id } }),
        },
        ...(values && { submission: { values } }),
      };
    },
    async answer() {
      const where = { id: input.dealId };
      const select = { stage: true, state: true };
      return {
        ok: true as const,
        ...(await services.database.deal.findUniqueOrThrow({ where, select })),
      };
    },
  });
}
