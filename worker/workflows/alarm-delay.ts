import type { ProcessDefinition } from '#core/definition/definition.ts';
import type { StepDefinition } from '#core/definition/compiling/step-definition.ts';
import type { Clock } from '#core/run/state/clock-state.ts';
import { levelsOf, targetOf } from '#core/run/clocks/clock-target.ts';
import { own } from '#core/run/state/own.ts';
import { pendingLevels } from '#core/run/clocks/pending-levels.ts';
import type { DealInput } from '#core/run/contract/run-contract.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { stageIndex } from '#core/run/state/stage-index.ts';
import type { DurationUnit } from '#core/time/duration.ts';

interface Due {
  at: number;
  /** In seconds or minutes: rung on the instant. */
  exact: boolean;
}

const MINUTE = 60_000;

/**
 * When the alarm rings for the next due. Dues in hours and days are rung within the minute after, by
 * deal: else thousands of deals wake at the opening of business. The due instants themselves stay.
 * What is not such a due, like the end of a hold, is rung on the instant.
 */
export function alarmAt(
  input: Pick<DealInput, 'dealId' | 'definition'>,
  state: RunState,
  wakeAt: number | undefined,
): number | undefined {
  if (wakeAt === undefined) return undefined;
  const dues = state.freezes ? [] : duesOf(input.definition, state);
  if (!dues.some(({ at }) => at === wakeAt)) return wakeAt;
  const delay = delayOf(input.dealId);
  const ahead = dues.filter(({ at }) => at >= wakeAt);
  return Math.min(...ahead.map(({ at, exact }) => (exact ? at : at + delay)));
}

/** 0 ≤ delay < one minute, the same for a deal always. */
export function delayOf(dealId: string): number {
  let hash = 0x811c9dc5;
  for (const char of dealId) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % MINUTE;
}

function duesOf(definition: ProcessDefinition, state: RunState): Due[] {
  return [
    ...state.clocks.flatMap((clock) => clockDues(definition, state, clock)),
    ...timerDues(definition, state),
    ...silenceDues(definition, state),
  ];
}

function clockDues(definition: ProcessDefinition, state: RunState, clock: Clock): Due[] {
  if (clock.pauses || clock.due === undefined) return [];
  const target = targetOf(definition, state, clock);
  const exact = isExact((clock.after ?? target.timing)?.unit);
  const drawn = levelsOf(definition, target);
  const levels = pendingLevels(clock).map(({ level, at }) => {
    const offset = drawn.find(({ id }) => id === level)?.offset;
    return { at, exact: offset && 'unit' in offset ? isExact(offset.unit) : exact };
  });
  return clock.breached ? levels : [{ at: clock.due, exact }, ...levels];
}

/** Of the stage, of rails, and of work that was carried along. */
function timerDues(definition: ProcessDefinition, state: RunState): Due[] {
  const frames = { ...state.sides, [state.stage]: state };
  return Object.entries(frames).flatMap(([frame, { steps }]) => {
    const drawn = stageIndex(definition, frame)?.steps;
    return Object.entries(steps).flatMap(([id, { timerAt }]) => {
      const step = drawn?.get(id);
      return step && timerAt !== undefined
        ? [{ at: timerAt, exact: unitsOf(step).some(isExact) }]
        : [];
    });
  });
}

function silenceDues({ rails = [] }: ProcessDefinition, { silences = {} }: RunState): Due[] {
  return rails.flatMap(({ id, trigger }) => {
    const at = own(silences, id)?.at;
    if (at === undefined || trigger.on !== 'silence') return [];
    return [{ at, exact: isExact(trigger.after.unit) }];
  });
}

/** In what a step's timer may have been counted. */
function unitsOf(step: StepDefinition): DurationUnit[] {
  if (step.kind === 'task') return step.repeat?.every ? [step.repeat.every.unit] : [];
  if (step.kind === 'process') return step.wait ? [step.wait.timeout.unit] : [];
  if (step.kind !== 'wait') return [];
  if ('event' in step) return [step.timeout.unit];
  return [step.duration, ...(step.duration.cases ?? [])].map(({ unit }) => unit);
}

function isExact(unit: DurationUnit | undefined): boolean {
  return unit === 's' || unit === 'min';
}
