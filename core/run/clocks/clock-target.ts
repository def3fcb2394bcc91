import type { PolicyLevel, ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import { assigneeOfWork } from '../work/assignee.ts';
import type { Clock } from '../state/clock-state.ts';
import type { CalendarSource } from '../contract/effect.ts';
import { stepStateOf } from '../state/occurrence.ts';
import { own } from '../state/own.ts';
import type { RunState } from '../state/run-state.ts';
import { stageIndex } from '../state/stage-index.ts';

/** What a clock measures, as it is drawn. */
export interface ClockTarget {
  timing?: TimingDefinition | undefined;
  /** Date field of a stage's deadline. */
  field?: string | undefined;
  /** The date replaces the duration. */
  agreed?: true | undefined;
  policy?: string | undefined;
  /** Whose calendar counts: of whoever has the task. */
  assign?: Assignee | undefined;
}

export function targetOf(
  definition: ProcessDefinition,
  state: RunState,
  clock: Clock,
): ClockTarget {
  if (clock.process !== undefined) {
    const drawn = definition.clocks?.find(({ id }) => id === clock.process);
    return { timing: drawn?.target, policy: drawn?.policy };
  }
  const index = stageIndex(definition, clock.stage);
  if (clock.step !== undefined) return ofStep(index?.steps.get(clock.step), state, clock);
  const { deadline, policy } = index?.stage ?? {};
  return { timing: deadline?.after, field: deadline?.field, agreed: deadline?.agreed, policy };
}

function ofStep(
  step: StepDefinition | undefined,
  state: RunState,
  { stage, item }: Clock,
): ClockTarget {
  if (!step || !('due' in step))
    return { policy: step && 'policy' in step ? step.policy : undefined };
  const assign = assigneeOfWork(stepStateOf(state, { stage, step: step.id }), step, item);
  return { timing: step.due, policy: step.policy, assign };
}

/** Levels of the policy that a clock escalates by; none without one. */
export function levelsOf({ policies }: ProcessDefinition, { policy }: ClockTarget): PolicyLevel[] {
  return own(policies, policy ?? '') ?? [];
}

/** The calendar that a clock counts on: of the department that has the task, else the process's. */
export function calendarOf(definition: ProcessDefinition, { assign }: ClockTarget): CalendarSource {
  const { calendar } = definition;
  return assign?.kind === 'department' ? { calendar, department: assign.department } : { calendar };
}

/** Id of the frame that a clock belongs to; a process clock's is the stage's. */
export function frameOfClock(state: RunState, { stage }: Clock): string {
  return stage === '' ? state.stage : stage;
}
