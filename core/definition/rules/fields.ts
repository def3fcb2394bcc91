import type { Problem } from '../problem.ts';
import { eachStep, fieldName, quoted, type RuleContext, type StepPlace } from '../rule-context.ts';
import { inField, inStage, inStep, problem, type Place } from '../report.ts';

/** Fields that are named exist; choices have options. */
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
    yield* known(
      context,
      field,
      inStage(stage, 'deadline.field'),
      `The deadline of ${quoted(stage.name)}`,
    );
  }
  for (const at of eachStep(context)) yield* namedIn(context, at);
}

function* namedIn(context: RuleContext, { stage, step }: StepPlace): Iterable<Problem> {
  const name = quoted(step.name);
  if (step.kind === 'task') {
    for (const [i, item] of step.form.entries()) {
      yield* known(
        context,
        item.field,
        inStep(stage, step, `form.${i}.field`),
        `The form of ${name}`,
      );
    }
    for (const [i, field] of step.shows.entries()) {
      yield* known(context, field, inStep(stage, step, `shows.${i}`), name);
    }
  } else if (step.kind === 'update') {
    for (const [i, { field }] of step.set.entries()) {
      const place = inStep(stage, step, `set.${i}.field`);
      yield* known(context, field, place, name);
      if (context.fields.get(field)?.type !== 'file') continue;
      const message = `${name} sets ${fieldName(context, field)}, which is a file. Choose another field.`;
      yield problem('field-not-settable', place, message);
    }
  }
}

function* known(
  context: RuleContext,
  field: string,
  place: Place,
  name: string,
): Iterable<Problem> {
  if (context.fields.has(field)) return;
  const message = `${name} names the field ${quoted(field)}, which does not exist. Choose another field.`;
  yield problem('unknown-field', place, message);
}
