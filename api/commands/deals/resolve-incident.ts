import type { IncidentChoice } from '#core/run/contract/event.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound, type ProblemItem } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { anyDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  dealId: string;
  incident: string;
  choice: IncidentChoice;
  reason?: string | undefined;
  reasons?: string[] | undefined;
}

/** Whoever loses a deal says why, where the process lists reasons. */
function unknownReasons(known: { id: string }[], given: string[] = []): ProblemItem[] {
  if (known.length === 0) return [];
  if (given.length === 0) return [{ path: 'reasons', message: 'Choose at least one reason.' }];
  return given.flatMap((reason, index) =>
    known.some(({ id }) => id === reason)
      ? []
      : [{ path: `reasons.${index}`, value: reason, message: 'This reason is not on the list.' }],
  );
}

/**
 * Lets a step that could not go on try again, steps over it with a reason, grants one more round at
 * the cap of a rework (E13), or loses the deal. A closed deal may have one too: what should follow its end.
 * @throws AppError `not-open` when the incident is resolved, `invalid-input` for a choice it lacks
 */
export async function resolveIncident(context: SignedInContext, input: Input) {
  const { dealId, incident, choice, reason, reasons } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await anyDeal(tx, dealId);
      const { drawing } = await findVersion(tx, deal.versionId);
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
        ...(choice === 'lost' ? unknownReasons(drawing.outcomes.lost.reasons, reasons) : []),
        ...(choice === 'skip' && (reason ?? '').trim().length < 3
          ? [{ path: 'reason', message: 'Say why it is skipped.' }]
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
          ...(choice === 'lost' && reasons && { reasons }),
        },
        ...(reason === undefined ? {} : { submission: { values: { text: reason } } }),
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}
