import { restartClock } from '../clocks/clocks.ts';
import { lookForDeciders } from '../../step-kinds/approval/deciders.ts';
import { clockOf } from '../clocks/running-clocks.ts';
import { frameOf, isOfLink } from './incidents.ts';
import { endStep, resolveLink } from '../steps/links.ts';
import { watchStep } from '../steps/only-while.ts';
import type { Incident } from '../state/run-state.ts';
import { own } from '../state/own.ts';
import { measureSilence } from '../clocks/silences.ts';
import { readTriggers, isOfTrigger } from '../scopes/triggers.ts';
import { definitionOf, enqueue, setStep, stepOf, within, type Turn } from '../state/turn.ts';

/** Tries again what an incident, just closed, had stopped; a new fault opens a new incident. */
export function retry(turn: Turn, incident: Incident): void {
  within(turn, frameOf(turn, incident), () => tryAgain(turn, incident));
}

function tryAgain(turn: Turn, incident: Incident): void {
  if (incident.element !== undefined) return retryElement(turn, incident, incident.element);
  if (incident.clock !== undefined) {
    const clock = clockOf(turn, incident.clock);
    if (clock && clock.due === undefined) restartClock(turn, clock);
    return;
  }
  const { step } = incident;
  if (step === undefined) return;
  const approval = definitionOf(turn, step);
  if (approval?.kind === 'approval') lookForDeciders(turn, approval);
  if (incident.at === 'when') watchStep(turn, step);
  if (stepOf(turn, step).status !== 'incident') return;
  const again = incident.at === 'effect' ? { again: incident.id } : {};
  setStep(turn, step, { status: 'pending', ...again });
  enqueue(turn, step, incident.at === 'when' ? 'when' : 'work');
}

/** Triggers are read at each change and now; a silence that could not be measured is measured now. */
function retryTrigger(turn: Turn, element: string): void {
  const rail = turn.definition.rails?.find(({ id }) => id === element);
  if (rail?.trigger.on !== 'silence') return readTriggers(turn);
  if (own(turn.state.silences ?? {}, element)) measureSilence(turn, rail);
}

/** A link is resolved now; an exit called by an event is called again, automatic ones always are. */
function retryElement(turn: Turn, incident: Incident, element: string): void {
  if (isOfLink(incident)) {
    const link = turn.frame.index?.links.get(element);
    return link ? resolveLink(turn, link) : endAgain(turn, incident.step!);
  }
  if (isOfTrigger(turn.definition, incident)) return retryTrigger(turn, element);
  const exit = turn.stage?.stage.exits.find((each) => each.id === element);
  if (exit?.mode === 'event') turn.called.add(exit.id);
}

/** A rework link could not be read when its step had ended: it ends now. */
function endAgain(turn: Turn, step: string): void {
  const { status, port, done = false } = stepOf(turn, step);
  if (status === 'incident' && port !== undefined) endStep(turn, step, port, done);
}
