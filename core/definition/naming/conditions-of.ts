import type { Drawing } from '../../drawing/drawing.ts';
import type { Link } from '../../drawing/link.ts';
import { clockMoments, type ProcessClock } from '../../drawing/process-clock.ts';
import type { Stage } from '../../drawing/stage.ts';
import { drawnKindOf, type Step } from '../../step-kinds/drawn-kinds.ts';
import type { Expected } from '../expected.ts';
import type { Timing } from '../../drawing/timing.ts';
import { followUpsOf } from './follow-ups.ts';
import { fieldKeys } from '../problems/problem-path.ts';
import type { ElementKind, PatchOperation } from '../problems/problem.ts';

/** An expression and where it stands. */
export interface ConditionPlace {
  text: string;
  expected: Expected;
  elementKind: ElementKind;
  elementId: string;
  /** Id of the stage or rail; absent for what belongs to the process. */
  stage?: string;
  fieldPath: string;
  /** Path of the text from the drawing's root. */
  path: PatchOperation['path'];
}

type Path = PatchOperation['path'];
/** An expression within its element. */
type Inner = Pick<ConditionPlace, 'text' | 'fieldPath' | 'expected'> & { path: Path };

/** Every expression of a drawing: stage by stage, then the rails, then what all share. */
export function* conditionsOf(drawing: Drawing): Iterable<ConditionPlace> {
  for (const [index, stage] of drawing.stages.entries()) yield* ofStage(stage, ['stages', index]);
  for (const [index, rail] of (drawing.rails ?? []).entries()) {
    const at = ['rails', index];
    yield* placed(ofTrigger(rail.trigger, 'trigger'), 'rail', rail.id, at, rail.id);
    yield* ofSteps(rail, at);
  }
  for (const [index, clock] of (drawing.clocks ?? []).entries()) {
    yield* placed(ofClock(clock), 'clock', clock.id, ['clocks', index]);
  }
  for (const { followUp, fieldPath } of followUpsOf(drawing)) {
    yield* placed(ofText(followUp.when, `${fieldPath}.when`), 'process', '', []);
  }
}

function* ofStage(stage: Stage, at: Path): Iterable<ConditionPlace> {
  const { id, deadline } = stage;
  for (const side of ['entry', 'criteria'] as const) {
    for (const [i, { when }] of stage[side].entries()) {
      yield* placed(ofNeeded(when, `${side}.${i}.when`), 'stage', id, at, id);
    }
  }
  yield* placed(ofTiming(deadline?.after, 'deadline.after'), 'stage', id, at, id);
  yield* ofSteps(stage, at);
  for (const [i, exit] of stage.exits.entries()) {
    yield* placed(ofText(exit.when, 'when'), 'exit', exit.id, [...at, 'exits', i], id);
  }
}

function* ofSteps(
  { id, steps, links }: { id: string; steps: Step[]; links: Link[] },
  at: Path,
): Iterable<ConditionPlace> {
  for (const [i, step] of steps.entries()) {
    yield* placed(ofStep(step), 'step', step.id, [...at, 'steps', i], id);
  }
  for (const [i, link] of links.entries()) {
    yield* placed(ofText(link.when, 'when'), 'link', link.id, [...at, 'links', i], id);
  }
}

function* ofStep(step: Step): Iterable<Inner> {
  yield* ofText(step.when, 'when');
  if (typeof step.mandatory === 'string') yield* ofNeeded(step.mandatory, 'mandatory');
  yield* ofText(step.onlyWhile, 'onlyWhile');
  for (const { text, fieldPath, expected } of drawnKindOf(step).expressions(step)) {
    yield* ofNeeded(text, fieldPath, expected);
  }
}

function* ofClock(clock: ProcessClock): Iterable<Inner> {
  yield* ofTiming(clock.target, 'target');
  for (const name of clockMoments) {
    yield* ofTrigger(clock[name], name);
  }
}

function ofTrigger(
  trigger: { on: string; when?: string } | undefined,
  fieldPath: string,
): Iterable<Inner> {
  return trigger?.when === undefined ? [] : ofNeeded(trigger.when, `${fieldPath}.when`);
}

function ofTiming(timing: Timing | undefined, fieldPath: string): Iterable<Inner> {
  return ofList(timing?.cases, `${fieldPath}.cases`);
}

function* ofList(list: readonly { when: string }[] = [], fieldPath: string): Iterable<Inner> {
  for (const [i, { when }] of list.entries()) yield* ofNeeded(when, `${fieldPath}.${i}.when`);
}

/** An expression that may be left out: empty, there is none. */
function* ofText(text: string | undefined, fieldPath: string): Iterable<Inner> {
  if (text) yield* ofNeeded(text, fieldPath);
}

/** An expression that what holds it cannot do without: empty, it is a mistake. */
function* ofNeeded(
  text: string,
  fieldPath: string,
  expected: Expected = 'boolean',
): Iterable<Inner> {
  yield { text, fieldPath, expected, path: fieldKeys(fieldPath) };
}

function* placed(
  inner: Iterable<Inner>,
  elementKind: ElementKind,
  elementId: string,
  at: Path,
  stage?: string,
): Iterable<ConditionPlace> {
  for (const { path, ...one } of inner) {
    const place = { elementKind, elementId, path: [...at, ...path] };
    yield { ...one, ...place, ...(stage === undefined ? {} : { stage }) };
  }
}
