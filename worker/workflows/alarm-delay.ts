import type { ProcessDefinition, StageDefinition } from '#core/definition/definition.ts';
import type { DealInput } from '#core/run/run-contract.ts';
import type { Clock } from '#core/run/clock-state.ts';
import type { RunState } from '#core/run/run-state.ts';

interface Due {
  at: number;
  /** In seconds or minutes: rung on the instant. */
  exact: boolean;
}

const MINUTE = 60_000;

/**
 * When the alarm rings for the next due. Dues in hours and days are rung within the minute after, by
 * deal: else thousands of deals wake at the opening of business. The due instants themselves stay.
 */
export function alarmAt(
  input: Pick<DealInput, 'dealId' | 'definition'>,
  state: RunState,
  wakeAt: number | undefined,
): number | undefined {
  if (wakeAt === undefined) return undefined;
  const delay = delayOf(input.dealId);
  const rings = duesOf(input.definition, state)
    .filter(({ at }) => at >= wakeAt)
    .map(({ at, exact }) => (exact ? at : at + delay));
  return rings.length === 0 ? wakeAt : Math.min(...rings);
}

/** 0 ≤ delay < one minute, the same for a deal always. */
export function delayOf(dealId: string): number {
  let hash = 0x811c9dc5;
  for (const char of dealId) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % MINUTE;
}

function duesOf(definition: ProcessDefinition, state: RunState): Due[] {
  const stage = definition.stages.find(({ id }) => id === state.stage);
  if (!stage) return [];
  return [
    ...state.clocks.flatMap((clock) => clockDues(definition, stage, clock)),
    ...timerDues(stage, state),
  ];
}

function clockDues(definition: ProcessDefinition, stage: StageDefinition, clock: Clock): Due[] {
  const { exact, levels } = policyOf(definition, stage, clock);
  const dues = clock.levels.flatMap(({ level, at }) => {
    if (at === undefined) return [];
    const offset = levels.find(({ id }) => id === level)?.offset;
    return [{ at, exact: offset && 'unit' in offset ? isExact(offset.unit) : exact }];
  });
  return clock.due === undefined ? dues : [{ at: clock.due, exact }, ...dues];
}

function policyOf(definition: ProcessDefinition, stage: StageDefinition, clock: Clock) {
  const step = stage.steps.find(({ id }) => id === clock.step);
  const task = step?.kind === 'task' ? step : undefined;
  const after = task ? task.due : stage.deadline?.after;
  const policy = task ? task.policy : stage.policy;
  return {
    exact: isExact(after?.unit),
    levels: policy === undefined ? [] : (definition.policies[policy] ?? []),
  };
}

function timerDues(stage: StageDefinition, state: RunState): Due[] {
  return stage.steps.flatMap((step) => {
    const at = state.steps[step.id]?.timerAt;
    if (step.kind !== 'wait' || at === undefined) return [];
    return [{ at, exact: isExact('event' in step ? step.timeout.unit : step.duration.unit) }];
  });
}

function isExact(unit: string | undefined): boolean {
  return unit === 's' || unit === 'min';
}
