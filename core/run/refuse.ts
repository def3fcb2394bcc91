import type { ProcessDefinition } from '../definition/definition.ts';
import type { RunEvent } from './event.ts';
import {
  definedStep,
  placeOf,
  placeOfVisit,
  refOfEvent,
  stepStateOf,
  type Place,
} from './occurrence.ts';
import { holdId } from './freeze.ts';
import { refuseMove } from './refuse-move.ts';
import { choicesOf } from './incidents.ts';
import type { Refusal, RefusalCode } from './reply.ts';
import { refuseMigration } from './migrate.ts';
import { refuseFrozen } from './refuse-frozen.ts';
import { refuseAcknowledge, refusePause } from './refuse-pause.ts';
import type { MachineEvent, PersonEvent } from './run-contract.ts';
import type { RunState } from './run-state.ts';
import type { StepStatus } from './step-state.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** Why an event cannot be taken in this state; undefined when it can. Nothing is changed by it. */
export function refuse(
  definition: ProcessDefinition,
  state: RunState,
  event: RunEvent,
): Refusal | undefined {
  if (isMachine(event)) return refuseExternal(state, event);
  if (event.kind === 'start') return refuseStart(definition, state);
  if (state.status === 'new') return refusal('stale', 'The run has not started yet.');
  if (state.status !== 'open') return refuseClosed(state);
  return refuseFrozen(definition, state, event) ?? refuseCommand(definition, state, event);
}

/** Why a person's command cannot be taken by an open deal. */
function refuseCommand(
  definition: ProcessDefinition,
  state: RunState,
  event: PersonEvent,
): Refusal | undefined {
  switch (event.kind) {
    case 'complete':
      return refuseTask(definition, state, event, ['open']) ?? refusePort(definition, event);
    case 'request':
    case 'notNeeded':
      return refuseTask(definition, state, event, ['offered']);
    case 'waive':
      return refuseTask(definition, state, event, ['open']);
    case 'endWait':
      return refuseWait(definition, state, event);
    case 'move':
      return refuseMove(definition, state, event);
    case 'resolveIncident':
      return refuseIncident(state, event);
    case 'pauseTask':
    case 'resumeTask':
      return (
        refuseTask(definition, state, event, ['open']) ?? refusePause(definition, state, event)
      );
    case 'acknowledge':
      return refuseAcknowledge(state, event);
    case 'migrate':
      return refuseMigration(definition, state);
    case 'setFields':
    case 'setOwner':
    case 'hold':
    case 'resume':
      return undefined;
  }
}

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
  if (state.status !== 'open') return refuseClosed(state);
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

/** What the system itself reports; it is never refused for being late (E18). */
function isMachine(event: RunEvent): event is MachineEvent | Of<'answers'> | Of<'tick'> {
  return machineKinds.has(event.kind);
}

const machineKinds: ReadonlySet<string> = new Set<(MachineEvent | Of<'answers' | 'tick'>)['kind']>([
  'mailResult',
  'external',
  'webhookResult',
  'processStarted',
  'processEnded',
  'pauseProcess',
  'resumeProcess',
  'recalculate',
  'answers',
  'tick',
]);

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

function refuseStart(definition: ProcessDefinition, state: RunState): Refusal | undefined {
  if (state.status !== 'new') return refusal('started', 'The run has started already.');
  if (definition.stages.length > 0) return undefined;
  return refusal('unknown', 'The process has no stage to start in: draw one and publish again.');
}

function refuseClosed(state: RunState): Refusal {
  return refusal('closed', `The deal is ${state.status}: nothing can be changed in it any more.`);
}

function refuseTask(
  definition: ProcessDefinition,
  state: RunState,
  event: Of<'complete' | 'request' | 'notNeeded' | 'waive' | 'pauseTask' | 'resumeTask'>,
  statuses: StepStatus[],
): Refusal | undefined {
  const { task } = event;
  const place = placeOf(definition, state, task);
  if (place !== 'now') return refusePlace(place, task);
  const { status } = stepStateOf(state, task);
  const isTask = definedStep(definition, task)?.kind === 'task';
  if (isTask && statuses.includes(status)) return undefined;
  return refusal('not-open', `Task "${task.step}" is ${status}, not ${statuses.join(' or ')}.`);
}

function refusePort(definition: ProcessDefinition, event: Of<'complete'>): Refusal | undefined {
  const ports = definedStep(definition, event.task)?.ports ?? [];
  return ports.includes(event.outcome) ? undefined : unknownPort(event.outcome, ports);
}

function refuseWait(
  definition: ProcessDefinition,
  state: RunState,
  { wait, port }: Of<'endWait'>,
): Refusal | undefined {
  const place = placeOf(definition, state, wait);
  if (place !== 'now') return refusePlace(place, wait);
  const step = definedStep(definition, wait);
  const { status } = stepStateOf(state, wait);
  if (step?.kind !== 'wait' || status !== 'waiting') {
    return refusal('not-open', `Step "${wait.step}" is ${status}: it is not a wait under way.`);
  }
  return step.ports.includes(port) ? undefined : unknownPort(port, step.ports);
}

function unknownPort(port: string, ports: string[]): Refusal {
  return refusal('unknown-outcome', `"${port}" is not an outcome here: choose ${list(ports)}.`);
}

function refuseIncident(state: RunState, event: Of<'resolveIncident'>): Refusal | undefined {
  const incident = state.incidents.find((each) => each.id === event.incident);
  if (!incident) return refusal('unknown', `No incident "${event.incident}" is open.`);
  const choices = choicesOf(incident);
  if (choices.includes(event.choice)) return undefined;
  return refusal('unknown-outcome', `This incident cannot be skipped: choose ${list(choices)}.`);
}

function refusePlace(place: Exclude<Place, 'now'>, ref: { stage: string; step: string }): Refusal {
  const step = `"${ref.step}" of stage "${ref.stage}"`;
  if (place === 'unknown') return refusal('unknown', `The process has no step ${step}.`);
  return refusal('stale', `Step ${step} is not the current one any more: load the deal again.`);
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

function refusal(code: RefusalCode, message: string): Refusal {
  return { ok: false, code, message };
}
