import type { StepOf } from '../../drawing/step.ts';
import type { Fix, PatchOperation, Problem } from '../problem.ts';
import { eachStep, fieldName, quoted, type RuleContext, type StepPlace } from '../rule-context.ts';
import { inStep, problem } from '../report.ts';
import type { FieldSet } from '../sure-fields.ts';
import { isBroken, templateReads, templateVariables } from '../template-reads.ts';

/** Mails show only values that exist and are surely set, or have a fallback: never a blank. */
export function* templates(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { step, graph } = at;
    if (step.kind !== 'email') continue;
    const set = context.sure.within.get(graph)!.before.get(step.id) ?? -1n;
    for (const part of ['subject', 'body'] as const) yield* template(context, at, step, part, set);
  }
}

function* template(
  context: RuleContext,
  { home, path }: StepPlace,
  step: StepOf<'email'>,
  part: 'subject' | 'body',
  set: FieldSet,
): Iterable<Problem> {
  const place = inStep(home, step, part);
  const where = `The ${part === 'subject' ? 'subject' : 'text'} of ${quoted(step.name)}`;
  if (isBroken(step[part])) {
    const message = `${where} has a placeholder that is not closed. Close it with }}.`;
    yield problem('template-broken', place, message);
  }
  for (const [name, guarded] of byPath(step[part])) {
    const status = statusOf(context, name, set);
    if (status === 'unknown') {
      const what = context.fields.has(name.slice(5)) ? 'is a file' : 'does not exist';
      const message = `${where} shows ${quoted(name)}, which ${what}. Name something else.`;
      yield problem('unknown-variable', place, message);
    } else if (status === 'maybe' && !guarded) {
      const id = name.slice(5);
      const shown = context.fields.has(id) ? fieldName(context, id) : quoted(name);
      const message = `${where} shows ${shown}, which may be empty then. Add a fallback: {{ ${name} | default: "…" }}.`;
      const fix = addFallback(step[part], name, [...path, part]);
      yield problem('variable-may-be-empty', place, message, fix);
    }
  }
}

/** Each value once; guarded only when it is so at every place. */
function byPath(text: string): Map<string, boolean> {
  const paths = new Map<string, boolean>();
  for (const { path, guarded } of templateReads(text)) {
    paths.set(path, (paths.get(path) ?? true) && guarded);
  }
  return paths;
}

/** A file has no text that a mail could show. */
function statusOf(
  { bits, fields }: RuleContext,
  path: string,
  set: FieldSet,
): 'sure' | 'maybe' | 'unknown' {
  const field = path.startsWith('deal.') ? fields.get(path.slice(5)) : undefined;
  if (!field) return Object.hasOwn(templateVariables, path) ? templateVariables[path]! : 'unknown';
  if (field.type === 'file') return 'unknown';
  return (set & bits.get(field.id)!) === 0n ? 'maybe' : 'sure';
}

function addFallback(text: string, name: string, path: PatchOperation['path']): Fix {
  const bare = new RegExp(`\\{\\{\\s*${name.replaceAll('.', '\\.')}\\s*\\}\\}`, 'g');
  const value = text.replace(bare, `{{ ${name} | default: "–" }}`);
  return { label: 'Show a dash when empty', patch: [{ op: 'replace', path, value }] };
}
