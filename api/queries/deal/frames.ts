import type { RunState } from '#core/run/state/run-state.ts';
import type { StepState } from '#core/run/state/step-state.ts';
import type { Step, StepKind, StepOf } from '#core/drawing/step.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import type { TaskRow } from '../task/task-row.ts';
import type { Version } from '../process/versions.ts';

/** A step of a deal's run with where it stands: in the stage, on a rail, or left under way (E11). */
export interface RunStep<S extends Step = Step> {
  /** Id of the stage or rail. */
  stage: string;
  where: 'stage' | 'rail' | 'carried';
  visit: number;
  step: S;
  state: StepState;
}

/** Every step of an open run: those of the current stage, of running rails, and carried ones. */
export function runSteps({ drawing }: Version, state: RunState | null): RunStep[] {
  if (state?.status !== 'open') return [];
  const sides = Object.entries(state.sides ?? {});
  const visit = state.visits[state.stage] ?? 0;
  const rails = new Set((drawing.rails ?? []).map(({ id }) => id));
  return [
    ...stepsOf(drawing, { id: state.stage, where: 'stage', visit, steps: state.steps }),
    ...sides.flatMap(([id, side]) => {
      const where = rails.has(id) ? 'rail' : 'carried';
      return stepsOf(drawing, { id, where, visit: side.visit, steps: side.steps });
    }),
  ];
}

interface FrameOf {
  id: string;
  where: RunStep['where'];
  visit: number;
  steps: Record<string, StepState>;
}

function stepsOf(drawing: Version['drawing'], { id, where, visit, steps }: FrameOf): RunStep[] {
  const drawn: Step[] = drawnFrame(drawing, id)?.steps ?? [];
  return drawn.flatMap((step) => {
    const state = Object.hasOwn(steps, step.id) ? steps[step.id] : undefined;
    return state ? [{ stage: id, where, visit: state.visit ?? visit, step, state }] : [];
  });
}

/** Those of one kind. */
export function ofKind<K extends StepKind>(steps: RunStep[], kind: K): RunStep<StepOf<K>>[] {
  return steps.flatMap((each) => {
    // The kind tells one type of step from another.
    return each.step.kind === kind ? [{ ...each, step: each.step as StepOf<K> }] : [];
  });
}

/** Which occurrence of a step it is, as the commands ask for it. */
export function occurrenceOf({ stage, visit, step, state }: RunStep) {
  return { stage, step: step.id, visit, round: state.round };
}

/** The tasks of this occurrence: one, or one for each of its items. */
export function tasksOf(run: RunStep, tasks: TaskRow[]): TaskRow[] {
  const { stage, step, visit, round } = occurrenceOf(run);
  return tasks.filter(
    (row) => row.stage === stage && row.step === step && row.visit === visit && row.round === round,
  );
}

/** The task of one of its items. */
export function taskOfItem(run: RunStep, item: string, tasks: TaskRow[]): TaskRow | undefined {
  return tasksOf(run, tasks).find((row) => row.item === item);
}
