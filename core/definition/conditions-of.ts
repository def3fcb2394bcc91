import type { Drawing } from '../drawing/drawing.ts';
import type { Stage } from '../drawing/stage.ts';
import type { Step } from '../drawing/step.ts';
import type { ElementKind, PatchOperation } from './problem.ts';

/** What an expression must give: a truth value, or a value that fits a field. */
export type Expected = 'boolean' | { field: string };

/** An expression and where it stands. */
export interface ConditionPlace {
  text: string;
  expected: Expected;
  elementKind: ElementKind;
  elementId: string;
  stage: string;
  fieldPath: string;
  /** Path of the text from the drawing's root. */
  path: PatchOperation['path'];
}

/** Every expression of a drawing, stage by stage. */
export function* conditionsOf(drawing: Drawing): Iterable<ConditionPlace> {
  for (const [index, stage] of drawing.stages.entries()) yield* ofStage(stage, index);
}

function* ofStage(stage: Stage, index: number): Iterable<ConditionPlace> {
  const at = ['stages', index];
  for (const side of ['entry', 'criteria'] as const) {
    for (const [i, { when }] of stage[side].entries()) {
      yield {
        ...place(stage, 'stage', stage.id, when, `${side}.${i}.when`),
        path: [...at, side, i, 'when'],
      };
    }
  }
  for (const [i, step] of stage.steps.entries()) yield* ofStep(stage, step, [...at, 'steps', i]);
  for (const kind of ['link', 'exit'] as const) {
    for (const [i, element] of stage[`${kind}s`].entries()) {
      if (!element.when) continue;
      yield {
        ...place(stage, kind, element.id, element.when, 'when'),
        path: [...at, `${kind}s`, i, 'when'],
      };
    }
  }
}

function* ofStep(stage: Stage, step: Step, at: PatchOperation['path']): Iterable<ConditionPlace> {
  const of = (text: string, fieldPath: string) => place(stage, 'step', step.id, text, fieldPath);
  if (step.when) yield { ...of(step.when, 'when'), path: [...at, 'when'] };
  if (typeof step.mandatory === 'string') {
    yield { ...of(step.mandatory, 'mandatory'), path: [...at, 'mandatory'] };
  }
  if (step.kind === 'branch') {
    for (const [i, { when }] of step.cases.entries()) {
      yield { ...of(when, `cases.${i}.when`), path: [...at, 'cases', i, 'when'] };
    }
  }
  if (step.kind === 'update') {
    for (const [i, { field, value }] of step.set.entries()) {
      yield {
        ...of(value, `set.${i}.value`),
        expected: { field },
        path: [...at, 'set', i, 'value'],
      };
    }
  }
}

function place(
  stage: Stage,
  elementKind: ElementKind,
  elementId: string,
  text: string,
  fieldPath: string,
): Omit<ConditionPlace, 'path'> {
  return { text, expected: 'boolean', elementKind, elementId, stage: stage.id, fieldPath };
}
