import { isReadable } from '../../drawing/field.ts';
import { followUpsOf } from '../naming/follow-ups.ts';
import type { NamedField } from '../../step-kinds/drawn-kind.ts';
import { namedFields } from '../naming/named-fields.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, fieldName, followUpName, quoted, type RuleContext } from './rule-context.ts';
import { inField, inProcess, inStage, inStep, problem, type Place } from '../problems/report.ts';

/** Fields that are named exist and are of a type that fits; choices have options. */
export function* fields(context: RuleContext): Iterable<Problem> {
  for (const field of context.drawing.fields) {
    if (field.type !== 'choice' && field.type !== 'choices') continue;
    if (field.options && field.options.length > 0) continue;
    const message = `${quoted(field.label)} is a choice without options. Add options.`;
    yield problem('choice-without-options', inField(field, 'options'), message);
  }
  for (const { stage } of context.graphs) {
    const field = stage.deadline?.field;
    if (!field) continue;
    const name = `The deadline of ${quoted(stage.name)}`;
    yield* fits(
      context,
      { field, fieldPath: '', read: true },
      inStage(stage, 'deadline.field'),
      name,
    );
  }
  for (const { home, step } of eachStep(context)) {
    for (const named of namedFields(step)) {
      const inForm = named.fieldPath.startsWith('form');
      const name = `${inForm ? 'The form of ' : ''}${quoted(step.name)}`;
      yield* fits(context, named, inStep(home, step, named.fieldPath), name);
    }
  }
  yield* handedOn(context);
}

/** Fields of the deal that go to the process which follows. */
function* handedOn(context: RuleContext): Iterable<Problem> {
  for (const { followUp, fieldPath } of followUpsOf(context.drawing)) {
    for (const [f, { from: field }] of followUp.fields.entries()) {
      const place = inProcess(`${fieldPath}.fields.${f}.from`);
      yield* fits(context, { field, fieldPath: '' }, place, followUpName(followUp));
    }
  }
}

function* fits(
  context: RuleContext,
  { field: id, types, read, written }: NamedField,
  place: Place,
  name: string,
): Iterable<Problem> {
  const field = context.fields.get(id);
  if (!field) {
    const message = `${name} names the field ${quoted(id)}, which does not exist. Choose another field.`;
    yield problem('unknown-field', place, message);
  } else if (written && field.type === 'file') {
    const message = `${name} sets ${fieldName(context, id)}, which is a file. Choose another field.`;
    yield problem('field-not-settable', place, message);
  } else if (types && !types.includes(field.type)) {
    const message = `${name} names ${fieldName(context, id)}, which is of the type ${field.type}. Choose a field of the type ${types.join(' or ')}.`;
    yield problem('field-wrong-type', place, message);
  } else if (read && !isReadable(field)) {
    const message = `${name} names ${fieldName(context, id)}, which is personal, so that a run does not know its value. Choose another field.`;
    yield problem('field-wrong-type', place, message);
  }
}
