import type { ProcessDefinition } from '../definition/definition.ts';
import type { StepDefinition } from '../definition/compiling/step-definition.ts';
import type { IncidentChoice } from '../run/contract/event.ts';
import { isSettled } from '../run/scopes/frame.ts';
import { choicesOf } from '../run/incidents/incidents.ts';
import { leavesItemsOpen } from '../run/work/left-open.ts';
import { own } from '../run/state/own.ts';
import { partOf } from '../run/state/occurrence.ts';
import type { Incident, RunState } from '../run/state/run-state.ts';
import { stageIndex } from '../run/state/stage-index.ts';
import type { StepState, StepStatus } from '../run/state/step-state.ts';
import { waysOut, type WayOut } from '../run/ways-out/ways-out.ts';

/** A step whose turn has come and which is not over, or has left items open. */
export interface PendingStep {
  step: string;
  /** The rail, or the earlier stage that left it under way; absent for the current stage. */
  frame?: string;
  kind: StepDefinition['kind'];
  status: StepStatus;
  /** Every way it can end. */
  ports: string[];
  /** Items, or parts of an approval, that are open. */
  items?: string[];
  /** Epoch ms at which a wait is over. */
  until?: number;
}

/** All that a deal waits for: people, machines, time, and what keeps it in its stage. */
export interface Pending {
  steps: PendingStep[];
  incidents: (Incident & { choices: IncidentChoice[] })[];
  ways: WayOut[];
  /** Epoch ms of the next alarm. */
  wakeAt?: number;
}

/** What the deal waits for now; nothing when it is over. */
export function pendingOf(
  definition: ProcessDefinition,
  state: RunState,
  wakeAt: number | undefined,
): Pending {
  if (state.status !== 'open') return { steps: [], incidents: [], ways: [] };
  const frames = [state.stage, ...Object.keys(state.sides ?? {})];
  return {
    steps: frames.flatMap((frame) => pendingSteps(definition, state, frame)),
    incidents: state.incidents.map((each) => ({ ...each, choices: choicesOf(each) })),
    ways: waysOut(definition, state),
    ...(wakeAt === undefined ? {} : { wakeAt }),
  };
}

function pendingSteps(
  definition: ProcessDefinition,
  state: RunState,
  frame: string,
): PendingStep[] {
  const states = partOf(state, frame)?.steps ?? {};
  const steps = stageIndex(definition, frame)?.stage.steps ?? [];
  const pending = steps.flatMap((step) => pendingStep(step, own(states, step.id)));
  return frame === state.stage ? pending : pending.map((each) => ({ ...each, frame }));
}

function pendingStep(step: StepDefinition, state: StepState | undefined): PendingStep[] {
  if (!state || state.status === 'pending') return [];
  if (isSettled(state) && !leavesItemsOpen(state)) return [];
  const { id, kind, ports } = step;
  const { items = {}, timerAt: until } = state;
  const open = Object.keys(items).filter((item) => items[item]?.status === 'open');
  const more = { ...(open.length > 0 && { items: open }), ...(until !== undefined && { until }) };
  return [{ step: id, kind, status: state.status, ports, ...more }];
}
