import type { Field } from '../../drawing/field.ts';
import type {
  DirectoryContext,
  DirectoryRule,
  KnownProcess,
} from '../directory/directory-context.ts';
import { followUpsOf } from '../naming/follow-ups.ts';
import type { Problem } from '../problems/problem.ts';
import { inExit, inProcess, inStep, problem, type Place } from '../problems/report.ts';
import { eachStep, exitName, quoted } from './rule-context.ts';

/** Other processes that are started or gone on in exist, are live, and take the fields that are handed on. */
export const processes: DirectoryRule = function* processes(context) {
  if (!context.processes) return;
  for (const { home, step } of eachStep(context)) {
    if (step.kind !== 'process') continue;
    const name = quoted(step.name);
    const at = (fieldPath: string) => inStep(home, step, fieldPath);
    const other = yield* known(context, step.process, at('process'), name);
    if (!other) continue;
    yield* handedOn(context, other, step.fields, (path) => at(`fields.${path}`), name);
    yield* results(context, other, step.wait?.results ?? [], (i) => at(`wait.results.${i}`), name);
  }
  yield* followUps(context);
  yield* continuations(context);
};

function* followUps(context: DirectoryContext): Iterable<Problem> {
  for (const { end, followUp, fieldPath } of followUpsOf(context.drawing)) {
    const at = (path: string) => inProcess(`${fieldPath}.${path}`);
    const name = `What follows ${end}`;
    const other = yield* known(context, followUp.process, at('process'), name);
    if (!other) continue;
    yield* handedOn(context, other, followUp.fields, (path) => at(`fields.${path}`), name);
  }
}

/** The same deal goes on: fields of the same id keep their values, so they must be of the same type. */
function* continuations(context: DirectoryContext): Iterable<Problem> {
  for (const { stage } of context.graphs) {
    for (const exit of stage.exits) {
      if (!exit.continueIn) continue;
      const { process, stage: target } = exit.continueIn;
      const at = (path: string) => inExit(stage, exit, `continueIn${path}`);
      const name = exitName(context, exit);
      const other = yield* known(context, process, at('.process'), name);
      if (!other) continue;
      if (target !== undefined && !other.stages.has(target)) {
        const message = `${name} goes on at a stage that ${quoted(other.name)} does not have. Choose another.`;
        yield problem('unknown-stage', at('.stage'), message);
      }
      for (const field of context.drawing.fields) {
        const same = other.fields.get(field.id);
        if (same) yield* mismatch(field, same, at(''), name);
      }
    }
  }
}

function* known(
  { processes: all }: DirectoryContext,
  key: string,
  place: Place,
  name: string,
): Generator<Problem, KnownProcess | undefined> {
  const other = all?.get(key);
  if (!other) {
    const message = `${name} names the process ${quoted(key)}, which does not exist. Choose another.`;
    yield problem('unknown-process', place, message);
  } else if (!other.live) {
    const message = `${name} names ${quoted(other.name)}, which has no published version yet. Publish it before deals get there.`;
    yield problem('process-not-live', place, message);
  }
  return other;
}

type Mapping = readonly { from: string; to: string }[];

function* handedOn(
  { fields }: DirectoryContext,
  other: KnownProcess,
  mapping: Mapping,
  at: (path: string) => Place,
  name: string,
): Iterable<Problem> {
  for (const [i, { from, to }] of mapping.entries()) {
    const [mine, theirs] = [fields.get(from), other.fields.get(to)];
    if (!theirs) yield* missing(other, to, at(`${i}.to`), name);
    else if (mine) yield* mismatch(mine, theirs, at(`${i}.to`), name);
  }
}

function* results(
  { fields }: DirectoryContext,
  other: KnownProcess,
  mapping: Mapping,
  at: (path: string) => Place,
  name: string,
): Iterable<Problem> {
  for (const [i, { from, to }] of mapping.entries()) {
    const [theirs, mine] = [other.fields.get(from), fields.get(to)];
    if (!theirs) yield* missing(other, from, at(`${i}.from`), name);
    else if (mine) yield* mismatch(theirs, mine, at(`${i}.from`), name);
  }
}

function* missing(
  { name: process }: KnownProcess,
  field: string,
  place: Place,
  name: string,
): Iterable<Problem> {
  const message = `${name} names the field ${quoted(field)}, which ${quoted(process)} does not have. Choose another.`;
  yield problem('unknown-field', place, message);
}

type Typed = Pick<Field, 'label' | 'type' | 'personal'>;

/** A personal value stays personal; a text fits a long one. */
function* mismatch(from: Typed, to: Typed, place: Place, name: string): Iterable<Problem> {
  const [a, b] = [quoted(from.label), quoted(to.label)];
  if (from.type !== to.type && !(from.type === 'text' && to.type === 'longText')) {
    const message = `${name} takes ${a} (${from.type}) for ${b} (${to.type}). Choose fields of the same type.`;
    yield problem('mapping-mismatch', place, message);
  } else if (from.personal && !to.personal) {
    const message = `${name} takes ${a}, which is personal, for ${b}, which is not. Make ${b} personal too.`;
    yield problem('mapping-mismatch', place, message);
  }
}
