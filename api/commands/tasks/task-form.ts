import type { Value } from '#core/condition/condition.ts';
import type { StepOf } from '#core/drawing/step.ts';
import type { Transaction } from '#prisma/client.ts';
import { AppError, type ProblemItem } from '../../problem/app-error.ts';
import type { TaskRow } from '../../queries/task/task-row.ts';
import type { Version } from '../../queries/process/versions.ts';
import { checkValues } from '../deals/check-values.ts';

type Values = Record<string, Value | null>;

export interface Completion {
  /** Values of the form's fields that were given. */
  values: Values;
  /** Which of the form's file fields have a file. */
  attached: Record<string, boolean>;
}

async function attachedFiles(tx: Transaction, dealId: string, fields: string[]) {
  const rows = await tx.dealFile.groupBy({
    by: ['field'],
    where: { dealId, field: { in: fields } },
  });
  const found = new Set(rows.map(({ field }) => field));
  return Object.fromEntries(fields.map((field) => [field, found.has(field)]));
}

/**
 * Checks a completion against the form of the pinned version.
 * @throws AppError `form-invalid` with every wrong or missing field and file
 */
export async function checkForm(
  tx: Transaction,
  row: TaskRow,
  version: Version,
  step: StepOf<'task' | 'each'>,
  given: Values,
): Promise<Completion> {
  const asked = step.form.flatMap(({ field: id, required }) => {
    const field = version.drawing.fields.find((each) => each.id === id);
    return field ? [{ field, required }] : [];
  });
  const inputs = asked.filter(({ field }) => field.type !== 'file');
  const files = asked.filter(({ field }) => field.type === 'file');
  const fieldsOf = inputs.map(({ field }) => field);
  const { values, errors } = checkValues(fieldsOf, given, 'values');
  const attached = await attachedFiles(
    tx,
    row.deal_id,
    files.map(({ field }) => field.id),
  );
  const wrong = new Set(errors.map(({ path }) => path));
  const isMissing = (id: string) => !wrong.has(`values.${id}`) && (values[id] ?? null) === null;
  const missing = inputs
    .filter(({ field, required }) => required && isMissing(field.id))
    .map(({ field }): ProblemItem => ({
      path: `values.${field.id}`,
      message: `${field.label} is missing.`,
      code: 'missing',
    }));
  const missingFiles = files
    .filter(({ field, required }) => required && attached[field.id] !== true)
    .map(({ field }): ProblemItem => ({
      path: `files.${field.id}`,
      message: `${field.label} is not attached.`,
      remedy: 'Attach the file, then complete the task.',
      code: 'missing-file',
    }));
  const all = [...errors, ...missing, ...missingFiles];
  if (all.length === 0) return { values, attached };
  const detail =
    all.length === 1
      ? 'One thing is missing or wrong.'
      : `${all.length} things are missing or wrong.`;
  throw new AppError('form-invalid', detail, { errors: all });
}
