import { own } from '../state/own.ts';
import type { RunState } from '../state/run-state.ts';

type Revisions = Pick<RunState, 'fieldsRevision' | 'fieldRevisions'>;

/** The revision of the deal's fields: it counts every change of them, by whomever (E25). */
export function fieldsRevisionOf({ fieldsRevision = 1 }: Revisions): number {
  return fieldsRevision;
}

/** Notes that fields are set, whatever was in them. */
export function noteFields(state: Revisions, fields: readonly string[]): void {
  if (fields.length === 0) return;
  const revision = fieldsRevisionOf(state) + 1;
  const changed = Object.fromEntries(fields.map((field) => [field, revision]));
  state.fieldsRevision = revision;
  state.fieldRevisions = { ...state.fieldRevisions, ...changed };
}

/** Those of the fields that were changed after the revision at which each was seen. */
export function changedSince(
  { fieldRevisions = {} }: Revisions,
  seen: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(seen)
    .filter(([field, revision]) => (own(fieldRevisions, field) ?? 0) > revision)
    .map(([field]) => field);
}
