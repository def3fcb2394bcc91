import { advance } from './advance.ts';
import { takeAfterEnd } from './ways-out/after-end.ts';
import { decide } from '../step-kinds/approval/approvals.ts';
import { armExits } from './doing-again/arm.ts';
import { lookAgain } from '../step-kinds/approval/deciders.ts';
import { addItem } from '../step-kinds/each/each.ts';
import { endChain } from './ways-out/generation.ts';
import { hold, pauseProcess, resume, resumeProcess } from './pausing/hold.ts';
import { migrate } from './migration/migrate.ts';
import { processEnded, processStarted } from '../step-kinds/process/processes.ts';
import { pauseTask, resumeTask } from './clocks/task-pauses.ts';
import { settleWebhook } from '../step-kinds/webhook/webhooks.ts';
import { takeAnswers } from './commands/answers.ts';
import { acknowledge, takeBackNote } from './clocks/taking-note.ts';
import { recalculate } from './clocks/recalculate-clocks.ts';
import { moveByPerson, setFields, setOwner } from './commands/deal-commands.ts';
import { isClosed } from './state/ends.ts';
import type { EventOf, RunEvent } from './contract/event.ts';
import { failWork } from './steps/failed-work.ts';
import { resolveIncident } from './incidents/incident-command.ts';
import { noteMailDecision, receiveExternal, settleMail } from './commands/machine-events.ts';
import { refuseHold } from './commands/refuse-frozen.ts';
import { isMachine, refuse } from './commands/refuse.ts';
import { refuseLateTakeBack } from './commands/refuse-note.ts';
import type { Reply } from './contract/reply.ts';
import { refOfEvent } from './state/occurrence.ts';
import { start } from './scopes/start.ts';
import { endByPerson } from './work/end-by-person.ts';
import { complete, notNeeded, request, waive } from './commands/task-commands.ts';
import { stageFrame, within, type Turn } from './state/turn.ts';

/** Takes one event: refused without a trace, or applied with all that follows from it. */
export function takeEvent(turn: Turn, event: RunEvent): Reply {
  const refusal =
    refuse(turn.definition, turn.state, event) ??
    refuseHold(event, turn.now) ??
    refuseLateTakeBack(turn.state, event, turn.now);
  if (refusal) return refusal;
  if (breaksChain(event)) endChain(turn);
  if (isClosed(turn.state)) {
    takeAfterEnd(turn, event);
    return { ok: true };
  }
  turn.entries = 0;
  turn.frame = stageFrame(turn);
  const frame = frameOfEvent(event);
  if (frame === undefined) apply(turn, event);
  else within(turn, frame, () => apply(turn, event));
  advance(turn);
  return { ok: true };
}

/** What a person does, or somebody outside reports, begins a chain of starts anew (E28). */
function breaksChain(event: RunEvent): boolean {
  if (event.kind === 'external') return true;
  return !isMachine(event) && event.kind !== 'start' && event.by !== null;
}

/** What other processes report, and people say about a mail, is recorded wherever the deal is (E18). */
const recordedAnywhere: ReadonlySet<string> = new Set<RunEvent['kind']>([
  'processStarted',
  'processEnded',
  'mailDecided',
]);

/** The stage or rail whose step an event is about. */
function frameOfEvent(event: RunEvent): string | undefined {
  if (recordedAnywhere.has(event.kind)) return undefined;
  const ref = refOfEvent(event);
  return ref?.stage;
}

/** What each kind of event does to an open deal; a kind that is missing does not compile. */
const takers: { [K in RunEvent['kind']]: (turn: Turn, event: EventOf<K>) => void } = {
  start,
  complete,
  request,
  notNeeded,
  waive,
  endWait: endByPerson,
  move: moveByPerson,
  setFields,
  setOwner,
  resolveIncident,
  mailResult: settleMail,
  mailDecided: noteMailDecision,
  external: receiveExternal,
  decide,
  addItem,
  pauseTask,
  resumeTask,
  acknowledge,
  takeBackNote,
  hold,
  resume,
  arm: armExits,
  migrate,
  workFailed: failWork,
  webhookResult: settleWebhook,
  processStarted,
  processEnded,
  pauseProcess,
  resumeProcess,
  recalculate,
  peopleChanged: lookAgain,
  answers: (turn, { answers }) => takeAnswers(turn, answers),
  tick: () => undefined,
};

function apply(turn: Turn, event: RunEvent): void {
  // Each entry takes its own kind, which TypeScript cannot follow through the lookup.
  (takers[event.kind] as (turn: Turn, event: RunEvent) => void)(turn, event);
}
