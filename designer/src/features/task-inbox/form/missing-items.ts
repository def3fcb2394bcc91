import type { TaskDetail } from '#api/contract/tasks.ts';
import type { FormValue } from '../../../ui/written/unread.ts';

export interface MissingItem {
  id: string;
  label: string;
  kind: 'field' | 'file';
}

const isEmpty = (value: FormValue | undefined) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Required fields and files that are not there yet; the api says the same on completion. */
export function missingItems(
  task: Pick<TaskDetail, 'form' | 'files'>,
  values: Record<string, FormValue>,
): MissingItem[] {
  const fields = task.form
    .filter((item) => item.required && isEmpty(values[item.field.id]))
    .map(({ field }) => ({ id: field.id, label: field.label, kind: 'field' as const }));
  const files = task.files
    .filter((slot) => slot.required && slot.files.length === 0)
    .map(({ field }) => ({ id: field.id, label: field.label, kind: 'file' as const }));
  return [...fields, ...files];
}

/** '1 file missing', '2 fields and 1 file missing'. */
export function missingText(missing: MissingItem[]): string {
  const count = (kind: MissingItem['kind']) => missing.filter((item) => item.kind === kind).length;
  const part = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]);
  return `${[...part(count('field'), 'field'), ...part(count('file'), 'file')].join(' and ')} missing`;
}
