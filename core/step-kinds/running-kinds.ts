import type { Incident } from '../run/state/run-state.ts';
import type { Turn } from '../run/state/turn.ts';
import { readTiming } from '../run/clocks/timing.ts';
import { chooseAssignee } from '../run/work/assignee.ts';
import { beginTask } from '../run/work/tasks.ts';
import { endStep } from '../run/steps/links.ts';
import { beginApproval } from './approval/approvals.ts';
import { approversOf } from './approval/approvers.ts';
import { changeAssignee } from './assign/assign.ts';
import { beginBranch, choosePort } from './branch/branch.ts';
import type { DefinitionOf, StepDefinition, StepKind } from './drawn-kinds.ts';
import { beginEach } from './each/each.ts';
import { canOpenItems } from './each/each-count.ts';
import { beginEmail } from './email/emails.ts';
import { beginLeave } from './leave/leaves.ts';
import { beginNotify } from './notify/notices.ts';
import { beginProcess } from './process/processes.ts';
import { beginScore, computeScore } from './score/scores.ts';
import { beginUpdate, computeValues } from './update/update.ts';
import { timingOfWait } from './wait/wait-timer.ts';
import { beginWait, endWait, timeUpPort } from './wait/waits.ts';
import { beginWebhook } from './webhook/webhooks.ts';

/** What the engine asks of the steps of one kind; a missing member does not compile. */
interface RunningKind<Step> {
  /** Begins the step's own work: its turn has come and its condition holds. */
  begin: (turn: Turn, step: Step) => void;
  /**
   * Whether work that an incident stopped can be begun now, as far as it reads fields. Where all it lacks
   * now is an owner it is tried as well: its next incident says so, and ends when there is one.
   */
  canWork: (turn: Turn, incident: Incident, step: Step) => boolean;
  /** The step's timer is due: it ends, or goes on. */
  timeUp: (turn: Turn, step: Step) => void;
}

type Found = { ok: true } | { ok: false; code: string };

/** Reads no field to begin. */
const readsNone = () => false;
/** Never asks for a timer. */
const noTimer = () => undefined;
/** A kind of which the engine asks no more than to begin. */
const plain = { canWork: readsNone, timeUp: noTimer };

function lacksNoField({ code }: Incident, found: Found): boolean {
  return found.ok || (found.code === 'no-owner' && code !== 'no-owner');
}

/** Whom the step was given to by an earlier one. */
function givenTo({ frames, state }: Turn, { frame }: Incident, { id }: { id: string }) {
  return frames.get(frame ?? state.stage)?.stepOf(id).assign;
}

/** What the engine does with each kind. */
const runningKinds: { [K in StepKind]: RunningKind<DefinitionOf<K>> } = {
  task: {
    begin: beginTask,
    canWork: (turn, incident, step) =>
      lacksNoField(incident, chooseAssignee(turn.state, step, givenTo(turn, incident, step))),
    // The pause between two attempts is over.
    timeUp: beginTask,
  },
  approval: {
    begin: beginApproval,
    canWork: ({ state }, incident, step) => lacksNoField(incident, approversOf(state, step)),
    timeUp: noTimer,
  },
  each: {
    begin: beginEach,
    canWork: (turn, incident, step) =>
      lacksNoField(incident, canOpenItems(turn.state, step, givenTo(turn, incident, step))),
    timeUp: noTimer,
  },
  email: { ...plain, begin: beginEmail },
  wait: {
    begin: beginWait,
    canWork: ({ state }, _, step) => readTiming(state, timingOfWait(step)).ok,
    timeUp: (turn, step) => endWait(turn, step.id, timeUpPort(step)),
  },
  branch: {
    ...plain,
    begin: beginBranch,
    canWork: ({ state }, _, step) => choosePort(state, step).ok,
  },
  update: {
    ...plain,
    begin: beginUpdate,
    canWork: (turn, _, step) => computeValues(turn, step).ok,
  },
  assign: { ...plain, begin: changeAssignee },
  notify: { ...plain, begin: beginNotify },
  webhook: { ...plain, begin: (turn, { id }) => beginWebhook(turn, id) },
  score: { ...plain, begin: beginScore, canWork: (turn, _, step) => computeScore(turn, step).ok },
  process: {
    begin: beginProcess,
    canWork: readsNone,
    timeUp: (turn, { id }) => endWait(turn, id, 'timeout'),
  },
  leave: { ...plain, begin: beginLeave },
  note: { ...plain, begin: (turn, { id }) => endStep(turn, id, 'done', true) },
};

/** What the engine does with the kind of a step; its members take that step. */
export function runningKindOf(step: StepDefinition): RunningKind<StepDefinition> {
  // Each member fits its own kind, which TypeScript cannot follow through the lookup.
  return runningKinds[step.kind] as unknown as RunningKind<StepDefinition>;
}
