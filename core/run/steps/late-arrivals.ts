import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { closeIncident, frameOf, isOfLink } from '../incidents/incidents.ts';
import { isSettled } from '../scopes/frame.ts';
import { killLinks, settleLink } from './links.ts';
import { stopWork } from './stop-work.ts';
import { refOf, setStep, stepOf, type Turn } from '../state/turn.ts';

/** The turn of a join has come that cancels what else was under way only to it (E5). */
export function cancelLate(turn: Turn, join: StepDefinition): void {
  if (join.join?.late !== 'cancel') return;
  const late = turn.frame.index?.cancels.get(join.id) ?? [];
  const unfinished = late.filter((id) => !isSettled(stepOf(turn, id)));
  for (const id of unfinished) cancelStep(turn, id);
  for (const id of unfinished) killLinks(turn, id);
}

/** The turn of a join has come: links into it that cannot be read make no difference any more. */
export function dropErredLinks(turn: Turn, to: string): void {
  for (const incident of turn.state.incidents.slice()) {
    if (!isOfLink(incident) || incident.step !== to) continue;
    if (frameOf(turn, incident) !== turn.frame.id) continue;
    closeIncident(turn, incident, { as: 'cleared', by: null });
    const link = turn.frame.index?.links.get(incident.element!);
    if (link) settleLink(turn, link, 'dead');
  }
}

function cancelStep(turn: Turn, id: string): void {
  stopWork(turn, id, { as: 'cancelled', why: 'join', by: null });
  turn.facts.push({ type: 'StepCancelled', ...refOf(turn, id), why: 'join' });
  setStep(turn, id, { status: 'cancelled' });
  dropErredLinks(turn, id);
}
