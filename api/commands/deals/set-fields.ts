import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { checkValues } from './check-values.ts';
import { openDeal } from './deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  dealId: string;
  revision: number;
  values: Record<string, Value | null>;
}

/**
 * Changes fields of a deal; the run takes note of those that its conditions read.
 * @throws AppError `fields-invalid` with every wrong one, `stale` with the values as they are now
 */
export async function setFields(context: SignedInContext, input: Input) {
  const { actor, services } = context;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, input.dealId);
      const { drawing, definition } = await findVersion(tx, deal.versionId);
      const { values, errors } = checkValues(drawing.fields, input.values, 'values');
      if (errors.length > 0)
        throw new AppError('fields-invalid', 'Nothing was changed.', { errors });
      if (deal.fieldsRevision !== input.revision) {
        const { fields } = await tx.deal.findUniqueOrThrow({
          where: { id: deal.id },
          select: { fields: true },
        });
        const message = `The fields are at revision ${deal.fieldsRevision} now.`;
        throw new AppError('stale', 'The fields were changed meanwhile.', {
          errors: [{ path: 'revision', value: input.revision, message }],
          current: { fields, fieldsRevision: deal.fieldsRevision },
        });
      }
      return {
        run: { dealId: deal.id, runNo: deal.runNo },
        event: {
          id,
          kind: 'setFields',
          by: actor.id,
          submission: id,
          revision: input.revision,
          sets: Object.keys(values),
          ...fieldChange(definition.watched, values),
        },
        submission: { values },
      };
    },
    async answer() {
      const { fieldsRevision } = await services.database.deal.findUniqueOrThrow({
        where: { id: input.dealId },
        select: { fieldsRevision: true },
      });
      return { ok: true as const, revision: fieldsRevision };
    },
  });
}
