import type { ApprovalDefinition } from '../../definition/compiling/step-definition.ts';
import { approversOf, excludedFrom } from '../../step-kinds/approval/approvers.ts';
import { isStage, placeOfStage } from '../scopes/carry.ts';
import { forget } from './done-steps.ts';
import { isSettled, openFrame } from '../scopes/frame.ts';
import { own } from '../state/own.ts';
import { isHeldByRejection } from './rejected.ts';
import { resetFrom } from './reset.ts';
import type { GivenApproval } from '../state/run-state.ts';
import { stageIndex } from '../state/stage-index.ts';
import { enqueue, refOf, setStep, stepOf, within, type Turn } from '../state/turn.ts';

/**
 * Voids what was approved before a field changed (E14): in its stage, or on its rail, the approval
 * and all behind it come anew; of a stage that was left, it becomes work of the current stage.
 */
export function voidApprovals(turn: Turn, changed: ReadonlySet<string>): void {
  for (const frame of turn.frames.keys()) {
    within(turn, frame, () => {
      for (const step of turn.frame.index?.approvals ?? []) voidHere(turn, step, changed);
    });
  }
  for (const stage of Object.keys(turn.state.approvals ?? {})) voidBehind(turn, stage, changed);
}

function fieldOf(step: ApprovalDefinition, changed: ReadonlySet<string>): string | undefined {
  return step.voidOn?.find((field) => changed.has(field));
}

function voidHere(turn: Turn, step: ApprovalDefinition, changed: ReadonlySet<string>): void {
  const { id } = step;
  const field = fieldOf(step, changed);
  if (field === undefined || !isVoidable(turn, step)) return;
  const { requested, by } = stepOf(turn, id);
  turn.facts.push({ type: 'ApprovalVoided', ...refOf(turn, id), field });
  resetFrom(turn, id);
  // What was approved of other values is never kept, whatever its redo rule: it would be voided for ever.
  forget(turn.state, turn.frame.id, [id]);
  const asked = requested ? { requested, ...(by === undefined ? {} : { by }) } : {};
  setStep(turn, id, asked);
  // No links lead to it any more where its stage was left.
  const isLeft = turn.frame.id !== turn.state.stage && isStage(turn.definition, turn.frame.id);
  enqueue(turn, id, isLeft ? 'when' : 'turn');
}

/**
 * Given, rejected so that it holds the stage, or under way with a word given or other approvers asked;
 * what an incident has stopped is still what it was.
 */
function isVoidable(turn: Turn, step: ApprovalDefinition): boolean {
  const { status, port, done, items } = stepOf(turn, step.id);
  if (status === 'ended' && port === 'approved') return done === true;
  if (isHeldByRejection(turn.frame.index, turn.frame.part, step)) return true;
  if (status !== 'open' && status !== 'incident') return false;
  // Decided, and held by a rework that cannot go on (E13).
  if (port !== undefined) return done === true;
  // Stopped before anybody was asked.
  if (!items) return false;
  if (Object.values(items).some((item) => item.status === 'ended')) return true;
  const asked = approversOf(turn.state, step);
  const parts = asked.ok ? [...asked.parts.keys()] : [];
  return parts.length !== Object.keys(items).length || parts.some((part) => !own(items, part));
}

function voidBehind(turn: Turn, stage: string, changed: ReadonlySet<string>): void {
  const given = own(turn.state.approvals ?? {}, stage) ?? {};
  for (const id of Object.keys(given)) {
    const step = stageIndex(turn.definition, stage)?.steps.get(id);
    const field = step?.kind === 'approval' ? fieldOf(step, changed) : undefined;
    const approval = given[id]!;
    if (field === undefined || approval.voided) continue;
    const { visit, round } = approval;
    turn.facts.push({ type: 'ApprovalVoided', stage, step: id, visit, round, field });
    if (isBehind(turn, stage)) reopen(turn, stage, id, approval);
    else forgetAhead(turn, stage, id);
  }
}

/** What lies ahead after going back is not kept: it is asked for again when its turn comes. */
function forgetAhead(turn: Turn, stage: string, id: string): void {
  forgetApproval(turn, stage, id);
  const { [id]: _gone, ...kept } = own(turn.state.done ?? {}, stage) ?? {};
  if (turn.state.done) turn.state.done[stage] = kept;
}

function isBehind({ definition, state }: Turn, stage: string): boolean {
  return placeOfStage(definition, stage) < placeOfStage(definition, state.stage);
}

function reopen(turn: Turn, stage: string, step: string, given: GivenApproval): void {
  const { state } = turn;
  const { visit, round, notBy } = given;
  const next = { ...given, round: round + 1, voided: true } as const;
  putApproval(turn, stage, step, next);
  forget(state, stage, [step]);
  const side = own(state.sides ?? {}, stage) ?? {
    visit,
    enteredAt: state.enteredAt,
    steps: {},
    links: {},
  };
  state.sides = { ...state.sides, [stage]: side };
  if (!turn.frames.has(stage)) turn.frames.set(stage, openFrame(turn.definition, stage, side));
  within(turn, stage, () => {
    delete turn.frame.part.steps[step];
    const again = { status: 'pending', round: round + 1, visit, requested: true } as const;
    setStep(turn, step, { ...again, ...(notBy ? { notBy } : {}) });
    turn.facts.push({ type: 'StepReset', ...refOf(turn, step) });
    enqueue(turn, step, 'when');
  });
}

/** Remembers the approvals given in the frame at hand that a change may still void. */
export function rememberApprovals(turn: Turn, visit: number): void {
  const { id: stage, index, part } = turn.frame;
  if (!isStage(turn.definition, stage)) return;
  for (const id of Object.keys(part.steps)) {
    const step = index?.steps.get(id);
    const at = stepOf(turn, id);
    if (step?.kind !== 'approval' || !step.voidOn || !isSettled(at)) continue;
    const notBy = [...excludedFrom(index, part, step)];
    const given = {
      visit: at.visit ?? visit,
      round: at.round,
      ...(notBy.length > 0 ? { notBy } : {}),
    };
    if (at.port === 'approved' && at.done) putApproval(turn, stage, id, given);
    else if (!isHeldByRejection(index, part, step)) forgetApproval(turn, stage, id);
  }
}

function putApproval({ state }: Turn, stage: string, step: string, at: GivenApproval): void {
  const given = own(state.approvals ?? {}, stage);
  state.approvals = { ...state.approvals, [stage]: { ...given, [step]: at } };
}

/** What a stage's visit begins with: nothing of it is approved yet. */
export function forgetApprovals({ state }: Turn, stage: string): void {
  if (!own(state.approvals ?? {}, stage)) return;
  const { [stage]: _gone, ...others } = state.approvals ?? {};
  if (Object.keys(others).length > 0) state.approvals = others;
  else delete state.approvals;
}

function forgetApproval(turn: Turn, stage: string, step: string): void {
  const given = own(turn.state.approvals ?? {}, stage);
  if (!given || !own(given, step)) return;
  const { [step]: _gone, ...others } = given;
  forgetApprovals(turn, stage);
  if (Object.keys(others).length > 0) {
    turn.state.approvals = { ...turn.state.approvals, [stage]: others };
  }
}
