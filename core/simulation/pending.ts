import type { ProcessDefinition, StepDefinition } from '../definition/definition.ts';
import { choicesOf } from '../run/incidents.ts';
import { own } from '../run/own.ts';
import type { Incident, RunState, StepState, StepStatus } from '../run/run-state.ts';
import { stageIndex } from '../run/stage-index.ts';
import { waysOut, type WayOut } from '../run/ways-out.ts';

/** A step whose turn has come and which is not over. */
export interface PendingStep {
  step: string;
  kind: StepDefinition['kind'];
  status: StepStatus;
  /** Every way it can end. */
  ports: string[];
  /** Epoch ms at which a wait is over. */
  until?: number;
}

/** All that a deal waits for: people, machines, time, and what keeps it in its stage. */
export interface Pending {
  steps: PendingStep[];
  incidents: (Incident & { choices: ('retry' | 'skip')[] })[];
  ways: WayOut[];
  /** Epoch ms of the next alarm. */
  wakeAt?: number;
}

const settled: ReadonlySet<StepStatus> = new Set(['pending', 'ended', 'skipped', 'cancelled']);

/** What the deal waits for now; nothing when it is over. */
export function pendingOf(
  definition: ProcessDefinition,
  state: RunState,
  wakeAt: number | undefined,
): Pending {
  if (state.status !== 'open') return { steps: [], incidents: [], ways: [] };
  const steps = stageIndex(definition, state.stage)?.stage.steps ?? [];
  return {
    steps: steps.flatMap((step) => pendingStep(step, own(state.steps, step.id))),
    incidents: state.incidents.map((each) => ({ ...each, choices: choicesOf(each) })),
    ways: waysOut(definition, state),
    ...(wakeAt === undefined ? {} : { wakeAt }),
  };
}

function pendingStep(step: StepDefinition, state: StepState | undefined): PendingStep[] {
  if (!state || settled.has(state.status)) return [];
  const { id, kind, ports } = step;
  const until = state.timerAt === undefined ? {} : { until: state.timerAt };
  return [{ step: id, kind, status: state.status, ports, ...until }];
}
