import type { StepOf } from '../../drawing/step.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { Spot } from '../../template/reading.ts';
import type { Fix, PatchOperation, Problem } from '../problems/problem.ts';
import { eachStep, fieldName, quoted, type RuleContext, type StepPlace } from './rule-context.ts';
import { inStep, problem, type Place } from '../problems/report.ts';
import {
  namedInstead,
  templateNames,
  type NameStatus,
  type TemplateNames,
} from '../naming/template-names.ts';
import { trialFault } from '../naming/template-trial.ts';

/** Mails show only values that exist and are surely set, or have a fallback: never a blank. */
export function* templates(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { step, graph } = at;
    if (step.kind !== 'email') continue;
    const set = context.sure.within.get(graph)!.before.get(step.id) ?? -1n;
    const names = templateNames(context, set);
    for (const part of ['subject', 'body'] as const)
      yield* template(context, at, step, part, names);
  }
}

function* template(
  context: RuleContext,
  { home, path }: StepPlace,
  step: StepOf<'email'>,
  part: 'subject' | 'body',
  names: TemplateNames,
): Iterable<Problem> {
  const place = inStep(home, step, part);
  const where = `The ${part === 'subject' ? 'subject' : 'text'} of ${quoted(step.name)}`;
  const { reads, faults, compared } = readTemplate(step[part], (name) => names.longest(name));
  const refused = [...faults, ...unfitFor(compared, names)];
  for (const { what, ...spot } of refused) {
    yield problem('template-broken', place, `${where} ${what} See ${spotted(spot)}.`);
  }
  const shown = [...byPath(reads)].map((read) => ({ ...read, status: names.status(read.path) }));
  for (const read of shown) {
    yield* unfit(context, read, { place, where, text: step[part], path: [...path, part], names });
  }
  if (refused.length > 0 || shown.some(({ status }) => status === 'unknown')) return;
  const open = shown.filter(({ status, guarded }) => status === 'maybe' && guarded);
  const what = trialFault(
    step[part],
    names,
    open.map((read) => read.path),
  );
  if (what !== undefined) yield problem('template-broken', place, `${where} ${what}`);
}

interface Shown extends Spot {
  path: string;
  guarded: boolean;
  status: NameStatus;
}

interface Where {
  place: Place;
  where: string;
  text: string;
  path: PatchOperation['path'];
  names: TemplateNames;
}

function* unfit(context: RuleContext, read: Shown, at: Where): Iterable<Problem> {
  const { path: name, guarded, status } = read;
  const { place, where, names } = at;
  if (status === 'unknown') {
    const message = `${where} shows ${quoted(name)}, which ${whyUnknown(context, name)} (${spotted(read)}). ${namedInstead(names, name)}`;
    yield problem('unknown-variable', place, message);
  } else if (status === 'maybe' && !guarded) {
    const id = name.slice(5);
    const shown = context.fields.has(id) ? fieldName(context, id) : quoted(name);
    const message = `${where} shows ${shown}, which may be empty then (${spotted(read)}). Add a fallback: {{ ${name} | default: "…" }}.`;
    yield problem('variable-may-be-empty', place, message, addFallback(at.text, name, at.path));
  }
}

function whyUnknown({ fields }: RuleContext, name: string): string {
  if (['deal', 'contact', 'owner'].includes(name)) return 'is a whole group of values';
  return fields.has(name.slice(5)) ? 'is a file' : 'does not exist';
}

function unfitFor(compared: readonly (Spot & { path: string })[], names: TemplateNames) {
  return compared
    .filter(({ path }) => !names.isNumber(path) && names.status(path) !== 'unknown')
    .map(({ path, line, column }) => ({
      line,
      column,
      what: `compares “${path}” by size, which is words in a mail. Compare a number, or ask with ==.`,
    }));
}

function spotted({ line, column }: Spot): string {
  return `line ${line}, column ${column}`;
}

/** Each value once, where it stands first; guarded only when it is so at every place. */
function byPath<R extends { path: string; guarded: boolean }>(reads: readonly R[]): Iterable<R> {
  const paths = new Map<string, R>();
  for (const read of reads) {
    const first = paths.get(read.path);
    if (!first || (first.guarded && !read.guarded)) paths.set(read.path, read);
  }
  return paths.values();
}

function addFallback(text: string, name: string, path: PatchOperation['path']): Fix {
  const bare = new RegExp(`\\{\\{\\s*${name.replaceAll('.', '\\.')}\\s*\\}\\}`, 'g');
  const value = text.replace(bare, `{{ ${name} | default: "–" }}`);
  return { label: 'Show a dash when empty', patch: [{ op: 'replace', path, value }] };
}
