import { excludedFrom } from '../../step-kinds/approval/approvers.ts';
import { stopClock } from '../clocks/clocks.ts';
import { isStage } from './carry.ts';
import { goesAlong } from './goes-along.ts';
import { isSettled, openFrame } from './frame.ts';
import { closeIncident } from '../incidents/incidents.ts';
import { own } from '../state/own.ts';
import { isHeldByRejection } from '../doing-again/rejected.ts';
import type { FrameState } from '../state/run-state.ts';
import { refOf, setStep, visitOf, within, type Turn } from '../state/turn.ts';
import { rememberApprovals } from '../doing-again/voiding.ts';

/** What goes along as the stage is left for another (E11): its steps become a frame beside it. */
export function carryOn(turn: Turn, to: string): void {
  const { state, definition } = turn;
  const carried = (turn.stage?.stage.steps ?? []).filter((step) =>
    goesAlong(step, turn.frame.stepOf(step.id)),
  );
  if (carried.length === 0) return;
  const { stage } = state;
  const visit = visitOf(state);
  const steps: FrameState['steps'] = {};
  for (const step of carried) {
    const { id } = step;
    turn.facts.push({ type: 'StepCarried', ...refOf(turn, id), to });
    const at = { visit, ...turn.frame.stepOf(id) };
    const isApproval = step.kind === 'approval';
    const notBy = isApproval ? [...excludedFrom(turn.stage, turn.frame.part, step)] : [];
    steps[id] = notBy.length > 0 ? { ...at, notBy } : at;
    turn.frame.unsettled.delete(id);
    delete state.steps[id];
  }
  const side: FrameState = { visit, enteredAt: state.enteredAt, steps, links: {} };
  state.sides = { ...state.sides, [stage]: side };
  moveIncidents(turn, new Set(Object.keys(steps)), stage);
  turn.frames.set(stage, openFrame(definition, stage, side));
}

/** Incidents of the clocks of carried steps go along with them. */
function moveIncidents(turn: Turn, steps: ReadonlySet<string>, frame: string): void {
  const clocks = turn.state.clocks.filter((clock) => clock.stage === frame);
  const ids = new Set(clocks.filter((c) => steps.has(c.step ?? '')).map((c) => c.id));
  turn.state.incidents = turn.state.incidents.map((incident) =>
    ids.has(incident.clock ?? '') ? { ...incident, frame } : incident,
  );
}

/** Coming back to its stage, carried work belongs to it again; its turn does not come anew (E11). */
export function adopt(turn: Turn): void {
  const { state } = turn;
  const { stage } = state;
  const side = own(state.sides ?? {}, stage);
  if (!side) return;
  for (const step of turn.stage?.stage.steps ?? []) {
    const at = own(side.steps, step.id);
    if (!at || isSettled(at)) continue;
    setStep(turn, step.id, { ...at, visit: at.visit ?? side.visit });
    turn.facts.push({ type: 'StepAdopted', ...refOf(turn, step.id) });
  }
  dropSide(turn, stage);
  state.incidents = state.incidents.map((incident) => {
    const { frame, ...rest } = incident;
    return frame === stage ? rest : incident;
  });
}

/** Frames of stages that were left, in which nothing is under way any more, go. */
export function sweepSides(turn: Turn): void {
  for (const id of Object.keys(turn.state.sides ?? {})) {
    const frame = turn.frames.get(id);
    if (!frame || frame.unsettled.size > 0 || !isStage(turn.definition, id)) continue;
    const { index, part } = frame;
    const steps = index?.stage.steps ?? [];
    if (steps.some((step) => isHeldByRejection(index, part, step))) continue;
    within(turn, id, () => rememberApprovals(turn, own(turn.state.sides ?? {}, id)?.visit ?? 0));
    dropSide(turn, id);
    turn.frames.delete(id);
  }
}

/** Takes the frame of a rail or an earlier stage out of the state. */
export function dropSide({ state }: Turn, id: string): void {
  const { [id]: _gone, ...sides } = state.sides ?? {};
  if (Object.keys(sides).length > 0) state.sides = sides;
  else delete state.sides;
}

/** The deal has come to its end: what was carried is closed by `close`, step by step. */
export function closeSides(turn: Turn, by: string | null, close: (step: string) => void): void {
  for (const id of Object.keys(turn.state.sides ?? {})) {
    if (!isStage(turn.definition, id)) continue;
    within(turn, id, () => {
      for (const step of turn.frame.unsettled) close(step);
    });
    for (const clock of turn.state.clocks.filter(({ stage }) => stage === id)) {
      stopClock(turn, clock, 'cancelled');
    }
    for (const incident of turn.state.incidents.filter(({ frame }) => frame === id)) {
      closeIncident(turn, incident, { as: 'cleared', by });
    }
    dropSide(turn, id);
    turn.frames.delete(id);
  }
}
