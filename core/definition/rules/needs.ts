import type { Assignee } from '../../drawing/people.ts';
import type { DirectoryContext } from '../directory/directory-context.ts';
import type { Problem } from '../problems/problem.ts';
import { problem, type Place } from '../problems/report.ts';
import { fieldName, quoted } from './rule-context.ts';

/** Somebody has the skill or territory that work asks for. */
export function* needs(
  context: DirectoryContext,
  to: Extract<Assignee, { kind: 'department' }>,
  place: Place,
  name: string,
): Iterable<Problem> {
  const { tags } = context;
  if (!tags) return;
  for (const [i, need] of (to.needs ?? []).entries()) {
    const at = { ...place, fieldPath: `${place.fieldPath}.needs.${i}` };
    if ('tag' in need) {
      if (tags.has(need.tag)) continue;
      const message = `${name} asks for ${quoted(need.tag)}, which nobody has. Give it to somebody, or ask for something else.`;
      yield problem('pool-empty', at, message);
      continue;
    }
    const options = context.fields.get(need.field)?.options ?? [];
    const lacking = options.filter(({ value }) => !tags.has(value));
    if (lacking.length === 0) continue;
    const values = lacking.map(({ label }) => quoted(label)).join(' and ');
    const message = `${name} asks for what ${fieldName(context, need.field)} says, but nobody has ${values}. Give it to somebody.`;
    yield problem('need-uncovered', at, message);
  }
}
