import type { SignedInContext } from '../edge/request-context.ts';
import { AppError, notFound } from '../problem/app-error.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from './run-command.ts';

interface Input {
  dealId: string;
  incident: string;
  choice: 'retry' | 'skip';
  reason?: string | undefined;
}

/**
 * Lets a step that could not go on try again, or steps over it with a reason.
 * @throws AppError `not-open` when the incident is resolved, `invalid-input` for a choice it lacks
 */
export async function resolveIncident(context: SignedInContext, input: Input) {
  const { dealId, incident, choice, reason } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, dealId);
      const where = { dealId_runNo_incident: { dealId, runNo: deal.runNo, incident } };
      const row = await tx.incident.findUnique({ where });
      if (!row) throw notFound('incident', incident);
      if (row.resolvedAt) throw new AppError('not-open', 'The incident is resolved already.');
      const errors = [
        ...(row.choices.includes(choice)
          ? []
          : [
              {
                path: 'choice',
                value: choice,
                message: `Choose ${row.choices.join(' or ') || 'to fix the data'}.`,
              },
            ]),
        ...(choice === 'skip' && (reason ?? '').trim().length < 3
          ? [{ path: 'reason', message: 'Say why the step is skipped.' }]
          : []),
      ];
      if (errors.length > 0)
        throw new AppError('invalid-input', errors.map(({ message }) => message).join(' '), {
          errors,
        });
      return {
        run: { dealId, runNo: deal.runNo },
        event: {
          id,
          kind: 'resolveIncident',
          by: context.actor.id,
          incident,
          choice,
          reason: reason === undefined ? null : id,
        },
        ...(reason === undefined ? {} : { submission: { values: { text: reason } } }),
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}
