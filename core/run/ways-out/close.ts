import type { FollowUpDefinition } from '../../definition/definition.ts';
import { endWithDeal } from './end-with-deal.ts';
import { isEnd } from '../state/ends.ts';
import { askFollowUp, askOnward, onward } from './follow-ups.ts';
import { openIncident } from '../incidents/incidents.ts';
import { read } from '../state/reading.ts';
import type { Turn } from '../state/turn.ts';

interface Closing {
  to: string;
  /** Id of the exit or `leave` step. */
  element: string;
  reasons?: string[];
  note?: string | null;
  by: string | null;
}

type Outcome = 'won' | 'lost' | 'finished' | 'continued';

/** Closes the run: at an end, with what follows from it, or because the deal goes on elsewhere. */
export function closeRun(turn: Turn, closing: Closing): void {
  const { state, definition } = turn;
  const { to, element, reasons = [], note, by } = closing;
  const outcome = outcomeOf(turn, to);
  state.status = outcome;
  if (outcome !== 'continued') state.outcome = { kind: outcome, reasons };
  state.events = {};
  endWithDeal(turn, to === 'lost' ? 'lost' : 'won');
  turn.queue = [];
  turn.occurred = [];
  turn.changed.clear();
  turn.called.clear();
  const noted = note === undefined ? {} : { note };
  turn.facts.push({ type: 'RunClosed', outcome, reasons, by, ...noted });
  for (const followUp of (isEnd(to) && definition.then?.[to]) || []) follow(turn, followUp);
  if (outcome === 'continued') {
    const refused = askOnward(turn, element);
    if (refused) openIncident(turn, { follows: onward, code: refused }, []);
  }
}

function outcomeOf({ definition }: Turn, to: string): Outcome {
  if (!isEnd(to)) return 'continued';
  return to === 'won' && definition.kind === 'service' ? 'finished' : to;
}

/** Starts what follows the outcome, if its condition holds; one that errs is recorded, and starts nothing. */
function follow(turn: Turn, followUp: FollowUpDefinition): void {
  const { id, when, process } = followUp;
  const reading = read(turn.state, when);
  if (!reading.ok) {
    const { code, operands } = reading;
    turn.facts.push({ type: 'FollowUpSkipped', process, followUp: id, code, operands });
    return;
  }
  const refused = reading.value ? askFollowUp(turn, followUp) : undefined;
  if (refused) openIncident(turn, { follows: `follow:${id}`, code: refused }, []);
}
