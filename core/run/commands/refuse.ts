import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { EventOf, RunEvent, StepRef } from '../contract/event.ts';
import {
  definedStep,
  partOf,
  placeOf,
  placeOfVisit,
  refOfEvent,
  stepStateOf,
  type Place,
} from '../state/occurrence.ts';
import { isStage } from '../scopes/carry.ts';
import { refuseAddition, refuseDecision, refuseItemOf } from './refuse-item.ts';
import { holdId } from '../pausing/freeze.ts';
import { refuseMove } from './refuse-move.ts';
import { choicesOf } from '../incidents/incidents.ts';
import { leavesItemsOpen } from '../work/left-open.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import { stageIndex } from '../state/stage-index.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import { refuseMigration } from '../migration/migrate.ts';
import { refuseFrozen } from './refuse-frozen.ts';
import { refuseAcknowledge, refuseTakeBack } from './refuse-note.ts';
import { refusePause } from './refuse-pause.ts';
import { refuseStale } from './refuse-stale.ts';
import type { MachineEvent, PersonEvent } from '../contract/run-contract.ts';
import type { RunState } from '../state/run-state.ts';
import { attemptOf, type StepStatus } from '../state/step-state.ts';

/** Why an event cannot be taken in this state; undefined when it can. Nothing is changed by it. */
export function refuse(
  definition: ProcessDefinition,
  state: RunState,
  event: RunEvent,
): Refusal | undefined {
  if (isMachine(event)) return refuseExternal(state, event);
  if (event.kind === 'start') return refuseStart(definition, state, event);
  if (state.status === 'new') return refusal('stale', 'The run has not started yet.');
  if (state.status !== 'open') return refuseAfterEnd(state, event);
  return (
    refuseFrozen(definition, state, event) ??
    refuseCommand(definition, state, event) ??
    refuseStale(state, event)
  );
}

type Refuser<E> = (definition: ProcessDefinition, state: RunState, event: E) => Refusal | undefined;

const never = () => undefined;

const refuseTimeOff: Refuser<EventOf<'pauseTask' | 'resumeTask'>> = (definition, state, event) =>
  refuseTask(definition, state, event, ['open']) ?? refusePause(definition, state, event);

/** Why an open deal cannot take a person's command; a kind that is missing does not compile. */
const refusers: { [K in PersonEvent['kind']]: Refuser<EventOf<K>> } = {
  complete: (definition, state, event) =>
    refuseTask(definition, state, event, ['open']) ??
    refuseItemOf(state, definedStep(definition, event.task), event.task, false) ??
    refusePort(definition, event),
  request: (definition, state, event) => refuseTask(definition, state, event, ['offered']),
  notNeeded: (definition, state, event) =>
    event.task.item === undefined
      ? refuseTask(definition, state, event, ['offered'])
      : refuseWaiver(definition, state, event),
  waive: refuseWaiver,
  decide: (definition, state, event) =>
    refuseAt(definition, state, event.approval) ?? refuseDecision(definition, state, event),
  addItem: (definition, state, event) =>
    refuseAt(definition, state, event.each) ?? refuseAddition(definition, state, event),
  endWait: refuseWait,
  move: refuseMove,
  resolveIncident: (_, state, event) => refuseIncident(state, event),
  arm: refuseArm,
  pauseTask: refuseTimeOff,
  resumeTask: refuseTimeOff,
  acknowledge: (_, state, event) => refuseAcknowledge(state, event),
  takeBackNote: (_, state, event) => refuseTakeBack(state, event),
  migrate: (definition, state) => refuseMigration(definition, state),
  setFields: never,
  setOwner: never,
  hold: never,
  resume: never,
};

/** Each entry takes its own kind, which TypeScript cannot follow through the lookup. */
const refuseCommand: Refuser<PersonEvent> = (definition, state, event) =>
  (refusers[event.kind] as Refuser<PersonEvent>)(definition, state, event);

/**
 * The cheap check before a command is queued: refuses only what no event still in the queue could
 * make right: a closed deal, unknown ids, and what lies behind the run. `refuse` decides.
 */
export function refuseEarly(
  definition: ProcessDefinition,
  state: RunState,
  event: RunEvent,
): Refusal | undefined {
  if (isMachine(event) || event.kind === 'start' || state.status === 'new') return undefined;
  if (state.status !== 'open') return refuseAfterEnd(state, event);
  if (event.kind === 'move') {
    if (placeOfVisit(definition, state, event) === 'ahead') return undefined;
    const refused = refuseMove(definition, state, event);
    return refused?.code === 'unmet' ? undefined : refused;
  }
  const ref = refOfEvent(event);
  if (!ref) return undefined;
  const place = placeOf(definition, state, ref);
  return place === 'past' || place === 'unknown' ? refusePlace(place, ref) : undefined;
}

type SystemEvent = MachineEvent | EventOf<'answers' | 'tick'>;

/** What the system itself reports; it is never refused for being late (E18). */
export function isMachine(event: RunEvent): event is SystemEvent {
  return event.kind !== 'start' && !Object.hasOwn(refusers, event.kind);
}

/** `deadline` names the stage's own clock: nobody may send it from outside. */
function refuseExternal(state: RunState, event: RunEvent): Refusal | undefined {
  if (state.status === 'new' && event.kind !== 'tick') {
    return refusal('stale', 'The run has not started yet.');
  }
  if (event.kind === 'pauseProcess' && event.freeze === holdId) {
    return refusal('unknown', 'No freeze may be called "hold": give it another id.');
  }
  if (event.kind !== 'external' || event.name !== 'deadline') return undefined;
  return refusal('unknown', 'No external event may be called "deadline": give it another name.');
}

function refuseStart(
  definition: ProcessDefinition,
  state: RunState,
  event: EventOf<'start'>,
): Refusal | undefined {
  if (state.status !== 'new') return refusal('started', 'The run has started already.');
  if (event.at && !isStage(definition, event.at.stage)) {
    return refusal('unknown', `The process has no stage "${event.at.stage}" to begin at.`);
  }
  if (definition.stages.length > 0) return undefined;
  return refusal('unknown', 'The process has no stage to start in: draw one and publish again.');
}

/** Of a closed deal people may resolve what should follow and could not be started; nothing else. */
function refuseAfterEnd(state: RunState, event: PersonEvent): Refusal | undefined {
  if (event.kind !== 'resolveIncident') return refuseClosed(state);
  const isKnown = state.incidents.some(({ id }) => id === event.incident);
  return isKnown ? refuseIncident(state, event) : refuseClosed(state);
}

function refuseClosed(state: RunState): Refusal {
  return refusal('closed', `The deal is ${state.status}: nothing can be changed in it any more.`);
}

function refuseTask(
  definition: ProcessDefinition,
  state: RunState,
  event: EventOf<'complete' | 'request' | 'notNeeded' | 'waive' | 'pauseTask' | 'resumeTask'>,
  statuses: StepStatus[],
): Refusal | undefined {
  const { task } = event;
  const refused = refuseAt(definition, state, task);
  if (refused) return refused;
  const at = stepStateOf(state, task);
  const { status } = at;
  const step = definedStep(definition, task);
  if (step?.kind === 'task' && task.item !== attemptOf(at)) return refusePlace('past', task);
  const isTask = isDoneByPeople(step);
  const isLeftOpen = task.item !== undefined && leavesItemsOpen(at) && statuses.includes('open');
  if (isTask && (statuses.includes(status) || isLeftOpen)) return undefined;
  return refusal('not-open', `Task "${task.step}" is ${status}, not ${statuses.join(' or ')}.`);
}

function isDoneByPeople(step: StepDefinition | undefined): boolean {
  return step !== undefined && stepTraits[step.kind].isWork;
}

/** An open task, item or approval can be let go, and an approval that holds its stage rejected (E3). */
function refuseWaiver(
  definition: ProcessDefinition,
  state: RunState,
  event: EventOf<'waive' | 'notNeeded'>,
): Refusal | undefined {
  const { task } = event;
  const step = definedStep(definition, task);
  const part = partOf(state, task.stage);
  const holds = part && isHeldByRejection(stageIndex(definition, task.stage), part, step);
  if (holds && event.kind === 'waive' && task.item === undefined) {
    return refuseAt(definition, state, task);
  }
  return refuseTask(definition, state, event, ['open']) ?? refuseItemOf(state, step, task, true);
}

function refuseAt(
  definition: ProcessDefinition,
  state: RunState,
  ref: StepRef,
): Refusal | undefined {
  const place = placeOf(definition, state, ref);
  return place === 'now' ? undefined : refusePlace(place, ref);
}

function refusePort(
  definition: ProcessDefinition,
  event: EventOf<'complete'>,
): Refusal | undefined {
  const step = definedStep(definition, event.task);
  const ports = (step?.kind === 'each' ? step.outcomes : step?.ports) ?? [];
  return ports.includes(event.outcome) ? undefined : unknownPort(event.outcome, ports);
}

function refuseWait(
  definition: ProcessDefinition,
  state: RunState,
  { wait, port }: EventOf<'endWait'>,
): Refusal | undefined {
  const refused = refuseAt(definition, state, wait);
  if (refused) return refused;
  const step = definedStep(definition, wait);
  const { status } = stepStateOf(state, wait);
  const isWaiting = (step?.kind === 'wait' || step?.kind === 'task') && status === 'waiting';
  const isUnderWay = isEndable(step) && (status === 'running' || status === 'open');
  if (!step || !(isWaiting || isUnderWay)) {
    return refusal('not-open', `Step "${wait.step}" is ${status}: it is not a wait under way.`);
  }
  return step.ports.includes(port) ? undefined : unknownPort(port, step.ports);
}

/** What else waits on the world, and may be ended by a port (E17). */
function isEndable(step: StepDefinition | undefined): boolean {
  return step?.kind === 'each' || step?.kind === 'process' || step?.kind === 'webhook';
}

function unknownPort(port: string, ports: string[]): Refusal {
  return refusal('unknown-outcome', `"${port}" is not an outcome here: choose ${list(ports)}.`);
}

function refuseIncident(state: RunState, event: EventOf<'resolveIncident'>): Refusal | undefined {
  const incident = state.incidents.find((each) => each.id === event.incident);
  if (!incident) return refusal('unknown', `No incident "${event.incident}" is open.`);
  const choices = choicesOf(incident);
  if (choices.includes(event.choice)) return undefined;
  return refusal(
    'unknown-outcome',
    `"${event.choice}" is no choice here: choose ${list(choices)}.`,
  );
}

function refuseArm(
  definition: ProcessDefinition,
  state: RunState,
  event: EventOf<'arm'>,
): Refusal | undefined {
  const place = placeOfVisit(definition, state, event);
  if (place === 'unknown') {
    return refusal('unknown', `The process has no stage "${event.stage}".`);
  }
  if (place !== 'now') {
    return refusal('stale', `The deal has left this visit of "${event.stage}": load it again.`);
  }
  if (state.disarmed) return undefined;
  return refusal('not-open', 'The deal has not gone back: its exits are not held.');
}

function refusePlace(place: Exclude<Place, 'now'>, ref: { stage: string; step: string }): Refusal {
  const step = `"${ref.step}" of stage "${ref.stage}"`;
  if (place === 'unknown') return refusal('unknown', `The process has no step ${step}.`);
  return refusal('stale', `Step ${step} is not the current one any more: load the deal again.`);
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
