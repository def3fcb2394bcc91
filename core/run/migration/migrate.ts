import type { ProcessDefinition } from '../../definition/definition.ts';
import { isStage } from '../scopes/carry.ts';
import type { EventOf } from '../contract/event.ts';
import { closeIncident, frameOf, isOfLink } from '../incidents/incidents.ts';
import { migrateFrame } from './migrate-frame.ts';
import { endProcessClock } from '../clocks/process-clocks.ts';
import { endRail, isBeside } from '../scopes/rails.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import { retry } from '../incidents/retry.ts';
import { reworkLink } from '../doing-again/rework.ts';
import type { Incident, RunState } from '../state/run-state.ts';
import { stageIndex } from '../state/stage-index.ts';
import { isOfTrigger } from '../scopes/triggers.ts';
import { within, type Turn } from '../state/turn.ts';
import { followChanges } from '../steps/watched-change.ts';

/**
 * The run's definition has become another one (E26); `turn` is of the new one. What it has of the
 * old keeps its state, clocks their instants; what is gone is taken back; what is new starts where
 * its turn has come.
 */
export function migrate(turn: Turn, { from, by }: EventOf<'migrate'>): void {
  const { definition } = turn;
  turn.facts.push({ type: 'Migrated', by, from: from.checksum, to: definition.checksum });
  endWhatIsGone(turn);
  for (const [id, frame] of turn.frames) {
    const before = stageIndex(from, id);
    if (before && frame.index) within(turn, id, () => migrateFrame(turn, before));
  }
  for (const incident of turn.state.incidents.slice()) {
    if (!isGone(turn, incident)) continue;
    closeIncident(turn, incident, { as: 'cleared', by });
    // A step that a rework link held, which is drawn no more, ends now.
    if (isOfLink(incident)) retry(turn, incident);
  }
  if (!turn.state.frozen) followChanges(turn);
}

/** Rails that are gone, or no longer reach here, and clocks of the process that are gone. */
function endWhatIsGone(turn: Turn): void {
  const { definition } = turn;
  const { rails = [], clocks = [] } = definition;
  for (const id of Object.keys(turn.state.sides ?? {})) {
    const rail = rails.find((each) => each.id === id);
    const stays = rail ? isBeside(turn, rail, turn.state.stage) : isStage(definition, id);
    if (!stays) endRail(turn, id, 'left');
  }
  for (const clock of turn.state.clocks.slice()) {
    if (clock.process === undefined) continue;
    if (!clocks.some(({ id }) => id === clock.process)) endProcessClock(turn, clock, 'cancelled');
  }
  for (const id of Object.keys(turn.state.silences ?? {})) {
    const rail = rails.find((each) => each.id === id);
    const stays = rail?.trigger.on === 'silence' && isBeside(turn, rail, turn.state.stage);
    if (!stays) delete turn.state.silences?.[id];
  }
}

/** Whether what an incident is about is not in the new definition. */
function isGone(turn: Turn, incident: Incident): boolean {
  const { element, step } = incident;
  const index = turn.frames.get(frameOf(turn, incident))?.index;
  if (step !== undefined && !index?.steps.has(step)) return true;
  if (element === undefined || isOfTrigger(turn.definition, incident)) return false;
  if (step !== undefined) return !index?.links.has(element) && !reworkLink(index, element);
  return !turn.stage?.stage.exits.some(({ id }) => id === element);
}

/** A deal cannot go on where its stage is not drawn any more. */
export function refuseMigration(
  definition: ProcessDefinition,
  { stage }: RunState,
): Refusal | undefined {
  if (isStage(definition, stage)) return undefined;
  const message = `The new version has no stage "${stage}", where the deal is: move the deal first.`;
  return refusal('unknown', message);
}
