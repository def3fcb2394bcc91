import type { Step } from '../../drawing/step.ts';
import { knownWhere } from '../compiling/condition-checker.ts';
import type { NamedField } from '../../step-kinds/drawn-kind.ts';
import { namedFields } from '../naming/named-fields.ts';
import type { Fix, Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { eachStep, fieldName, quoted, type RuleContext, type StepPlace } from './rule-context.ts';

/**
 * What a step needs a value of besides its conditions is surely set when its turn comes (E7): the list of an
 * `each`, the field of an approver's limit, the fields that say which tags the assignee must have.
 */
export function* neededFields(context: RuleContext): Iterable<Problem> {
  for (const place of eachStep(context)) {
    for (const named of namedFields(place.step)) {
      if (named.read && context.fields.has(named.field)) yield* mayBeEmpty(context, place, named);
    }
  }
}

function* mayBeEmpty(
  context: RuleContext,
  { graph, home, step, path }: StepPlace,
  { field, fieldPath }: NamedField,
): Iterable<Problem> {
  const before = context.sure.within.get(graph)?.before.get(step.id);
  const isSure = before === undefined || (before & (context.bits.get(field) ?? 0n)) !== 0n;
  const texts = [step.when, step.onlyWhile, caseOf(step, fieldPath)];
  if (isSure || texts.some((text) => knownWhere(context.checker, text).has(field))) return;
  const name = fieldName(context, field);
  const message = `${quoted(step.name)} needs ${name}, which may be empty there. Make ${name} required before, or give the step the condition has(deal.${field}).`;
  const place = inStep(home, step, fieldPath);
  yield problem('field-may-be-empty', place, message, takeAsNone(step, field, path));
}

/** No list is no item. That a value is missing lets no approval go. */
function takeAsNone(step: Step, field: string, path: StepPlace['path']): Fix | undefined {
  if (step.kind !== 'each' || step.over.kind !== 'list' || step.over.field !== field)
    return undefined;
  const value = [`has(deal.${field})`, ...(step.when ? [`(${step.when})`] : [])].join(' && ');
  const op = step.when === undefined ? 'add' : 'replace';
  return { label: 'Skip it when empty', patch: [{ op, path: [...path, 'when'], value }] };
}

/** The condition under which an assignee is chosen, for what that assignee needs. */
function caseOf(step: Step, fieldPath: string): string | undefined {
  const [list, at] = fieldPath.split('.');
  if (list !== 'assignCases' || !('assignCases' in step)) return undefined;
  return step.assignCases?.[Number(at)]?.when;
}
