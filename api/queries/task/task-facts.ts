import type { Field } from '#core/drawing/field.ts';
import type { StepOf } from '#core/drawing/step.ts';
import { fieldText } from '../../describe/field-text.ts';
import { approvedFields } from './approved-fields.ts';
import type { DealFileItem } from '../deal/deal-files.ts';
import type { Version } from '../process/versions.ts';

interface Values {
  fields: Record<string, unknown>;
  currency: string;
  files: Pick<DealFileItem, 'field' | 'name'>[];
}

/** What a task lets one see of the deal: what its step shows; of an approval the fields that it is given on. */
export function taskFacts(
  version: Version,
  { stage, step }: { stage: string; step: StepOf<'task' | 'each' | 'approval'> },
  values: Values,
): { label: string; text: string }[] {
  const shown =
    step.kind === 'approval'
      ? approvedFields(version, stage, step)
      : step.shows.flatMap((id) => version.drawing.fields.find((field) => field.id === id) ?? []);
  return shown.map((field) => ({ label: field.label, text: textOf(field, values) }));
}

function textOf(field: Field, { fields, currency, files }: Values): string {
  if (field.type !== 'file') return fieldText(field, fields[field.id], currency);
  const names = files.filter((file) => file.field === field.id).map(({ name }) => name);
  return names.join(', ') || '—';
}
