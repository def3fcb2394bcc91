import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import { lookForDeciders } from '../approval/deciders.ts';
import { closeIncident, frameOf, stopAtIncident } from '../../run/incidents/incidents.ts';
import { endStep } from '../../run/steps/links.ts';
import type { Incident } from '../../run/state/run-state.ts';
import { reassignItems } from '../../run/work/items.ts';
import { assigneeOf, reassignTask } from '../../run/work/tasks.ts';
import {
  definitionOf,
  enqueue,
  frameIds,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  within,
  type Turn,
} from '../../run/state/turn.ts';

type AssignDefinition = Extract<StepDefinition, { kind: 'assign' }>;

/** Hands over the deal (the world says to whom), or a task of this stage for this visit. */
export function changeAssignee(turn: Turn, step: AssignDefinition): void {
  const { what, to, id } = step;
  if (what !== 'deal') return assignStep(turn, step, what.step);
  turn.facts.push({ type: 'StepAssigned', ...refOf(turn, id) });
  if (to.kind === 'owner') return endStep(turn, id, 'done', true);
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'owner', id),
    kind: 'setOwner',
    to,
    step: refOf(turn, id),
  });
}

function assignStep(turn: Turn, step: AssignDefinition, target: string): void {
  const { to, id } = step;
  if (to.kind === 'owner' && turn.state.owner === null) {
    return stopAtIncident(turn, id, 'work', { code: 'no-owner', operands: [] });
  }
  turn.facts.push({ type: 'StepAssigned', ...refOf(turn, id) });
  overrideAssignee(turn, target, to);
  endStep(turn, id, 'done', true);
}

function overrideAssignee(turn: Turn, target: string, assign: Assignee): void {
  const task = definitionOf(turn, target);
  if (task?.kind !== 'task') return;
  setStep(turn, target, { assign });
  if (stepOf(turn, target).status === 'open') reassignTask(turn, task);
  else retryWork(turn, target, ({ at }) => at === 'work');
}

/** What waited for somebody who has it is tried again. */
function retryWork(turn: Turn, step: string, waited: (incident: Incident) => boolean): void {
  const incident = turn.state.incidents.find(
    (one) => one.step === step && frameOf(turn, one) === turn.frame.id && waited(one),
  );
  if (!incident) return;
  closeIncident(turn, incident, { as: 'cleared', by: null });
  setStep(turn, step, { status: 'pending' });
  enqueue(turn, step, 'work');
}

/** The deal has a new owner: the owner's open tasks follow, and what waited for one goes on. */
export function takeOwner(turn: Turn, owner: string, by: string | null): void {
  if (turn.state.owner === owner) return;
  turn.state.owner = owner;
  turn.facts.push({ type: 'OwnerSet', owner, by });
  for (const frame of frameIds(turn)) within(turn, frame, () => follow(turn));
}

function follow(turn: Turn): void {
  for (const step of turn.frame.index?.stage.steps ?? []) {
    const { status } = stepOf(turn, step.id);
    if (status === 'incident') retryWork(turn, step.id, ({ code }) => code === 'no-owner');
    if (status === 'open' || status === 'ended') reassignItems(turn, step.id);
    if (status === 'open' && step.kind === 'approval') lookForDeciders(turn, step);
    if (status !== 'open' || step.kind !== 'task') continue;
    if (assigneeOf(turn, step).kind === 'owner') reassignTask(turn, step);
  }
}
