import type { Value } from '#core/condition/condition.ts';
import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { rightsOf } from '../../queries/task/task-rights.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { checkValues } from '../deals/check-values.ts';
import { requireDraft, requireOpen, taskRow } from './lock-task.ts';
import { rowCommand } from '../running/row-command.ts';

/**
 * Keeps what was typed so far; nothing is required of it, but each value fits its field. What the draft says
 * already is saved, whatever it was typed on.
 * @throws AppError `stale` when another window, or somebody else, has saved it meanwhile
 */
export async function saveTaskDraft(
  context: SignedInContext,
  input: { taskId: string; draftRevision: number; values: Record<string, Value | null> },
): Promise<{ ok: true; draftRevision: number }> {
  return rowCommand(context, input, async (tx) => {
    const row = await taskRow(tx, input.taskId, true);
    requireOpen(row);
    if (!rightsOf(context.actor, row).complete)
      throw new AppError('forbidden', `“${row.title}” is not yours. Claim it first.`);
    const { drawing } = await findVersion(tx, row.version_id);
    const step = drawnStep(drawing, row.stage, row.step);
    const asked = new Set(
      step?.kind === 'task' || step?.kind === 'each' ? step.form.map(({ field }) => field) : [],
    );
    const fields = drawing.fields.filter(({ id }) => asked.has(id));
    const { values, errors } = checkValues(fields, input.values, 'values');
    if (errors.length > 0)
      throw new AppError('fields-invalid', 'Some values do not fit; nothing was kept.', { errors });
    const said = canonicalJson(values) === canonicalJson(row.draft ?? {});
    if (said) return { ok: true as const, draftRevision: row.draft_revision };
    requireDraft(row, input.draftRevision);
    const { draftRevision } = await tx.task.update({
      where: { id: row.id },
      data: { draft: values as object, draftRevision: { increment: 1 } },
      select: { draftRevision: true },
    });
    return { ok: true as const, draftRevision };
  });
}
