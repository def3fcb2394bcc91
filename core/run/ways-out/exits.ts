import type { ExitDefinition } from '../../definition/definition.ts';
import { isBack, isUsedUp } from '../doing-again/back.ts';
import { isStage } from '../scopes/carry.ts';
import { goesAlong } from '../scopes/goes-along.ts';
import { closesRun, leadsSomewhere } from '../state/ends.ts';
import type { Operands } from '../contract/fact.ts';
import { gateOf, type Way } from './gate.ts';
import { closeIncident, isOfLink, openIncident } from '../incidents/incidents.ts';
import type { Leaving } from '../scopes/leave-stage.ts';
import { isComplete } from '../steps/mandatory.ts';
import { isLooping, move } from './move.ts';
import { read } from '../state/reading.ts';
import { setStep, within, type Turn } from '../state/turn.ts';

type Found = 'moved' | 'stayed' | 'erred';

/**
 * Looks for a way out, when nothing more can start (E9): reached `leave` steps, then the exits of
 * the event at hand, then automatic ones. After going back only the event's own go (E12). True when
 * the deal has moved.
 */
export function takeWayOut(turn: Turn): boolean {
  if (turn.state.status !== 'open' || turn.state.frozen || isLooping(turn)) return false;
  const { disarmed } = turn.state;
  if (!disarmed && leaveByStep(turn)) return true;
  const called = turn.stage?.stage.exits.filter((exit) => turn.called.has(exit.id)) ?? [];
  turn.called.clear();
  const found = firstHolding(turn, called);
  if (found !== 'stayed') return found === 'moved';
  if (disarmed || turn.frame.reached.size > 0 || hasErredCall(turn)) return false;
  return firstHolding(turn, automaticExits(turn)) === 'moved';
}

/** An event's exit that erred has ended the search until it can be read; a wake-up does not reopen it. */
function hasErredCall(turn: Turn): boolean {
  const called = turn.stage?.stage.exits.filter((exit) => exit.mode === 'event') ?? [];
  const erred = turn.state.incidents.filter((incident) => !isOfLink(incident));
  return erred.some(({ element }) => called.some((exit) => exit.id === element));
}

/** Automatic exits wait until the stage is complete; one drawn ungated does not (E10). */
function automaticExits(turn: Turn): ExitDefinition[] {
  const automatic = turn.stage?.stage.exits.filter(({ mode }) => mode === 'auto') ?? [];
  if (automatic.length === 0 || isComplete(turn)) return automatic;
  return automatic.filter((exit) => exit.ungated);
}

/** Goes by the oldest reached `leave` step whose gate lets it. */
function leaveByStep(turn: Turn): boolean {
  for (const { frame, id, step } of reachedLeaves(turn)) {
    if (!leadsSomewhere(turn.definition, { to: step.to })) continue;
    if (frame !== turn.state.stage && step.to === turn.state.stage) {
      // A rail has nowhere to bring the deal that is there already.
      within(turn, frame, () => setStep(turn, id, { status: 'ended' }));
      continue;
    }
    const way: Way = { id, to: step.to };
    if (gateOf(turn.definition, turn.state, way).length > 0) continue;
    const how = step.to === 'lost' ? 'lost' : 'gate';
    const { to, reason } = step;
    const reasons = reason === undefined ? [] : [reason];
    const mode = 'leave';
    return move(turn, { to, via: 'leave', element: id, frame, mode, by: null, how, reasons });
  }
  return false;
}

/** The `leave` steps that were reached, in the stage and on rails, the oldest first. */
function reachedLeaves(turn: Turn) {
  const leaves = [...turn.frames.values()].flatMap((frame) =>
    [...frame.reached].flatMap((id) => {
      const step = frame.index?.steps.get(id);
      const at = frame.stepOf(id).reached ?? 0;
      return step?.kind === 'leave' ? [{ frame: frame.id, id, step, at }] : [];
    }),
  );
  return leaves.sort((a, b) => a.at - b.at);
}

/**
 * Of these exits takes the first whose condition holds, if its gate lets it; the next is not tried.
 * One that has been taken as often as it may is passed over: a used-up limit is no gate.
 * A condition that errs opens an incident, once, and ends the search.
 */
function firstHolding(turn: Turn, exits: ExitDefinition[]): Found {
  for (const exit of exits) {
    if (!leadsSomewhere(turn.definition, exit) || isUsedUp(turn.state, exit)) continue;
    const reading = read(turn.state, exit.when);
    const { operands } = reading;
    const known = turn.state.incidents.find((i) => i.element === exit.id && !isOfLink(i));
    if (!reading.ok) {
      if (!known) openIncident(turn, { element: exit.id, code: reading.code }, operands);
      return 'erred';
    }
    if (known) closeIncident(turn, known, { as: 'cleared', by: null });
    if (!reading.value) continue;
    if (gateOf(turn.definition, turn.state, exit).length > 0) return 'stayed';
    if (exit.mode === 'auto' && !exit.ungated && holdsEnd(turn, exit.to)) return 'stayed';
    return goBy(turn, exit, operands) ? 'moved' : 'stayed';
  }
  return 'stayed';
}

/** Carried work that was asked for holds an automatic exit to the end, even where it is optional (E11). */
function holdsEnd(turn: Turn, to: string): boolean {
  if (!closesRun(to) || to === 'lost') return false;
  for (const frame of turn.frames.values()) {
    if (!isStage(turn.definition, frame.id)) continue;
    for (const id of frame.unsettled) {
      const step = frame.index?.steps.get(id);
      if (step && goesAlong(step, frame.stepOf(id))) return true;
    }
  }
  return false;
}

function goBy(turn: Turn, exit: ExitDefinition, operands: Operands): boolean {
  const { to, id, mode, reason, when } = exit;
  return move(turn, {
    to,
    via: 'exit',
    element: id,
    mode,
    by: null,
    how: howOf(turn, exit),
    reasons: reason === undefined ? [] : [reason],
    ...(when ? { operands } : {}),
  });
}

/** How a stage is left by an exit whose gate has been passed. */
export function howOf(turn: Turn, { to, ungated }: ExitDefinition): Leaving['how'] {
  if (to === 'lost') return 'lost';
  if (isBack(turn.definition, turn.state.stage, to)) return 'back';
  return ungated ? 'ungated' : 'gate';
}
