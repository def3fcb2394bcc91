import { closeRun } from './close.ts';
import type { Answers, EventOf, RunEvent } from '../contract/event.ts';
import { askAgain, onward } from './follow-ups.ts';
import { closeIncident, openIncident } from '../incidents/incidents.ts';
import { noteMailDecision } from '../commands/machine-events.ts';
import { lostReasons } from './lost-reasons.ts';
import type { Turn } from '../state/turn.ts';
import { giveUp } from './ways-out.ts';

/** What still counts after the close: what the world could not start, and what a person says about it. */
export function takeAfterEnd(turn: Turn, event: RunEvent): void {
  if (event.kind === 'answers') noteFailed(turn, event.answers);
  if (event.kind === 'resolveIncident') resolve(turn, event);
  if (event.kind === 'mailDecided') noteMailDecision(turn, event);
}

/** What should follow and could not be started is an incident of the closed deal: its end stands. */
function noteFailed(turn: Turn, { failures }: Answers): void {
  for (const { effect, code } of failures) {
    const [name, id] = effect.split(':');
    if (name === onward) openIncident(turn, { follows: onward, code }, []);
    if (name === 'follow') openIncident(turn, { follows: `follow:${id}`, code }, []);
  }
}

function resolve(turn: Turn, event: EventOf<'resolveIncident'>): void {
  const { choice, by, reason } = event;
  const incident = turn.state.incidents.find(({ id }) => id === event.incident);
  if (!incident) return;
  if (choice === 'lost') return lose(turn, event);
  closeIncident(turn, incident, { as: choice === 'retry' ? 'retried' : 'skipped', by, reason });
  if (choice === 'retry') askAgain(turn, incident);
}

/** The deal does not go on elsewhere, it is lost. */
function lose(turn: Turn, { by, reasons = [] }: EventOf<'resolveIncident'>): void {
  delete turn.state.continuedBy;
  const why = lostReasons(turn.definition, reasons);
  closeRun(turn, { to: 'lost', element: giveUp, by, reasons: why });
}
