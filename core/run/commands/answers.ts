import { takeOwner } from '../../step-kinds/assign/assign.ts';
import { takeDeciders } from '../../step-kinds/approval/deciders.ts';
import { clockOf, replaceClock } from '../clocks/running-clocks.ts';
import type { Answers, StepRef } from '../contract/event.ts';
import { openIncident, stopAtIncident } from '../incidents/incidents.ts';
import { endStep } from '../steps/links.ts';
import { placeOf } from '../state/occurrence.ts';
import { stageIndex } from '../state/stage-index.ts';
import type { Clock } from '../state/clock-state.ts';
import { isUnderWay } from '../state/step-state.ts';
import { takeDates } from '../../step-kinds/update/update.ts';
import { escalateAtOnce } from '../clocks/escalate.ts';
import { taskKey } from '../state/keys.ts';
import { takeSilence } from '../clocks/silences.ts';
import {
  definitionOf,
  frameIds,
  refOf,
  setStep,
  stepOf,
  within,
  type Turn,
} from '../state/turn.ts';

type Quiet = NonNullable<Answers['acknowledged']>[number];

/** Takes what the world said about the last batch (E22); what it says of the past is left alone. */
export function takeAnswers(turn: Turn, answers: Answers): void {
  for (const clock of answers.clocks) armClock(turn, clock);
  for (const timer of latest(answers.timers)) armTimer(turn, timer);
  for (const each of answers.acknowledged ?? []) keepQuiet(turn, each);
  for (const dates of answers.dates ?? []) setDates(turn, dates);
  for (const found of answers.assignees ?? []) takeAssignee(turn, found);
  for (const each of answers.deciders ?? []) takeDeciders(turn, each);
  for (const failure of answers.failures) fail(turn, failure);
  if (answers.owner !== undefined) assigned(turn, answers.owner);
}

function armClock(turn: Turn, answer: Answers['clocks'][number]): void {
  const clock = clockOf(turn, answer.clock);
  if (!clock || clock.cycle !== answer.cycle || clock.due !== undefined || clock.idle) return;
  const instants = new Map(answer.levels.map(({ level, at }) => [level, at]));
  const levels = clock.levels.map((level) => rearm(level, instants.get(level.level), turn.now));
  const { due, byTime, left, calendar, quietUntil } = answer;
  const { pausedAt, ...running } = clock;
  replaceClock(turn, {
    ...running,
    due,
    levels,
    ...(byTime !== undefined && { byTime }),
    ...(left && { left }),
    ...(calendar !== undefined && { calendar }),
    ...(quietUntil !== undefined && { acknowledgedUntil: quietUntil }),
    // One that was shifted and stands again does so since that shift.
    ...(clock.pauses && { pausedAt: left?.from ?? pausedAt ?? turn.now }),
  });
}

/** Of two answers about one timer the later is meant: its date moved meanwhile. */
function latest(timers: Answers['timers']): Answers['timers'] {
  const key = ({ stage, step, item }: StepRef) => `${stage}:${step}:${item ?? ''}`;
  return [...new Map(timers.map((timer) => [key(timer), timer])).values()];
}

/** How long a clock keeps still that somebody took note of. */
function keepQuiet(turn: Turn, { clock: id, cycle, until }: Quiet): void {
  const clock = clockOf(turn, id);
  if (clock?.acknowledgedUntil === undefined || clock.cycle !== cycle) return;
  replaceClock(turn, { ...clock, acknowledgedUntil: until });
}

/** A level that lies ahead again is armed again; one that fired and is past stays fired (E21). */
function rearm(
  { level, state }: Clock['levels'][number],
  at: number | undefined,
  now: number,
): Clock['levels'][number] {
  if (at === undefined) return { level, state };
  return { level, at, state: at > now ? 'armed' : state };
}

function armTimer(turn: Turn, timer: Answers['timers'][number]): void {
  if (timer.step === '') return takeSilence(turn, timer);
  if (placeOf(turn.definition, turn.state, timer) !== 'now') return;
  within(turn, timer.stage, () => setTimer(turn, timer));
}

function setTimer(turn: Turn, timer: Answers['timers'][number]): void {
  const { status, timerAt, reached } = stepOf(turn, timer.step);
  const isTimed =
    status === 'waiting' ||
    (status === 'running' && definitionOf(turn, timer.step)?.kind === 'process');
  if (!isTimed || timerAt !== undefined || reached !== undefined) return;
  const { at, left } = timer;
  setStep(turn, timer.step, { timerAt: at, ...(left && { timerLeft: left }) });
}

type Dates = NonNullable<Answers['dates']>[number];

function setDates(turn: Turn, { values, ...ref }: Dates): void {
  if (placeOf(turn.definition, turn.state, ref) !== 'now') return;
  within(turn, ref.stage, () => {
    const isAsked = definitionOf(turn, ref.step)?.kind === 'update';
    if (isAsked && stepOf(turn, ref.step).status === 'running') takeDates(turn, ref.step, values);
  });
}

/** Who was found for a task; nobody: the first level of its clock fires at once. */
function takeAssignee(
  turn: Turn,
  { task, person, why }: NonNullable<Answers['assignees']>[number],
): void {
  if (placeOf(turn.definition, turn.state, task) !== 'now') return;
  within(turn, task.stage, () => {
    if (stepOf(turn, task.step).status !== 'open') return;
    turn.facts.push({ type: 'TaskAssigned', ...task, person, why });
    if (person !== null) return;
    const isPart = definitionOf(turn, task.step)?.kind === 'approval';
    escalateAtOnce(turn, taskKey(isPart ? refOf(turn, task.step) : task));
  });
}

/** The world knows the new owner: the `assign` steps that asked have done their work. */
function assigned(turn: Turn, owner: string): void {
  takeOwner(turn, owner, null);
  for (const frame of frameIds(turn)) within(turn, frame, () => endAssigns(turn));
}

function endAssigns(turn: Turn): void {
  for (const step of turn.frame.index?.stage.steps ?? []) {
    if (step.kind === 'assign' && stepOf(turn, step.id).status === 'running') {
      endStep(turn, step.id, 'done', true);
    }
  }
}

/** What could not be carried out becomes an incident of its step or clock. */
function fail(turn: Turn, failure: Answers['failures'][number]): void {
  const { stage, step, clock, code } = failure;
  if (step === '') return openIncident(turn, { element: stage, code }, []);
  let isStopped = false;
  within(turn, stage === '' ? turn.state.stage : stage, () => {
    if (clock !== undefined) failClock(turn, clock, code);
    else if (step !== undefined) isStopped = failStep(turn, step, code);
  });
  if (!isStopped && isLost(turn, failure)) openIncident(turn, { at: 'result', code }, []);
}

/** A process that was not started of a step that is not under way any more: the deal says so, and goes on. */
function isLost({ definition }: Turn, { stage, step }: Answers['failures'][number]): boolean {
  if (step === undefined) return false;
  return stageIndex(definition, stage)?.steps.get(step)?.kind === 'process';
}

function failClock(turn: Turn, clock: string, code: string): void {
  const found = clockOf(turn, clock);
  if (found && found.due === undefined) openIncident(turn, { clock, code }, []);
}

/** Whether the step was under way and is stopped now. */
function failStep(turn: Turn, step: string, code: string): boolean {
  if (!definitionOf(turn, step)) return false;
  const { status } = stepOf(turn, step);
  if (!isUnderWay(status)) return false;
  const offer = status === 'offered' ? { offer: true as const } : {};
  stopAtIncident(turn, step, 'effect', { ...offer, code, operands: [] });
  return true;
}
