import { advance } from './advance.ts';
import { takeAnswers } from './answers.ts';
import { moveByPerson, setFields, setOwner } from './deal-commands.ts';
import type { RunEvent } from './event.ts';
import { resolveIncident } from './incident-command.ts';
import { receiveExternal, settleMail } from './machine-events.ts';
import { refuse } from './refuse.ts';
import type { Reply } from './reply.ts';
import { refOfEvent } from './occurrence.ts';
import { start } from './start.ts';
import { complete, notNeeded, request, waive } from './task-commands.ts';
import { stageFrame, within, type Turn } from './turn.ts';
import { endWait } from './waits.ts';

/** Takes one event: refused without a trace, or applied with all that follows from it. */
export function takeEvent(turn: Turn, event: RunEvent): Reply {
  const refusal = refuse(turn.definition, turn.state, event);
  if (refusal) return refusal;
  const isLate = turn.state.status === 'won' || turn.state.status === 'lost';
  if (isLate) return { ok: true };
  turn.entries = 0;
  turn.frame = stageFrame(turn);
  const frame = frameOfEvent(event);
  if (frame === undefined) apply(turn, event);
  else within(turn, frame, () => apply(turn, event));
  advance(turn);
  return { ok: true };
}

/** The stage or rail whose step an event is about. */
function frameOfEvent(event: RunEvent): string | undefined {
  const ref = refOfEvent(event);
  return ref?.stage;
}

function apply(turn: Turn, event: RunEvent): void {
  switch (event.kind) {
    case 'start':
      return start(turn, event);
    case 'complete':
      return complete(turn, event);
    case 'request':
      return request(turn, event);
    case 'notNeeded':
      return notNeeded(turn, event);
    case 'waive':
      return waive(turn, event);
    case 'endWait':
      return endWait(turn, event.wait.step, event.port, event.by, event.reason);
    case 'move':
      return moveByPerson(turn, event);
    case 'setFields':
      return setFields(turn, event);
    case 'setOwner':
      return setOwner(turn, event);
    case 'resolveIncident':
      return resolveIncident(turn, event);
    case 'mailResult':
      return settleMail(turn, event);
    case 'external':
      return receiveExternal(turn, event);
    case 'answers':
      return takeAnswers(turn, event.answers);
    case 'tick':
      return undefined;
  }
}
