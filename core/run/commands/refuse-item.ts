import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { excludedFrom } from '../../step-kinds/approval/approvers.ts';
import type { EventOf, StepRef } from '../contract/event.ts';
import { definedStep, partOf, stepStateOf } from '../state/occurrence.ts';
import { own } from '../state/own.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { RunState } from '../state/run-state.ts';
import { stageIndex } from '../state/stage-index.ts';

/** Why a part of an approval cannot be decided by this person (E3). The occurrence is the current one. */
export function refuseDecision(
  definition: ProcessDefinition,
  state: RunState,
  { approval, by }: EventOf<'decide'>,
): Refusal | undefined {
  const step = definedStep(definition, approval);
  const { status, items = {} } = stepStateOf(state, approval);
  if (step?.kind !== 'approval' || status !== 'open') {
    return refusal(
      'not-open',
      `Step "${approval.step}" is ${status}: it is no approval under way.`,
    );
  }
  const refused = refuseItem(state, approval);
  if (refused || by === null) return refused;
  const part = partOf(state, approval.stage);
  const index = stageIndex(definition, approval.stage);
  if (part && excludedFrom(index, part, step).has(by)) {
    return refusal('own-request', 'Nobody approves their own work: somebody else must decide.');
  }
  if (!Object.values(items).some((item) => item.by === by)) return undefined;
  return refusal('own-request', 'Nobody decides twice on one approval: somebody else must decide.');
}

/** An item is named by an id, so that it can be a part of keys and says nothing personal. */
const itemId = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;

/** Why an item cannot be added to an `each` (E8). The occurrence is the current one. */
export function refuseAddition(
  definition: ProcessDefinition,
  state: RunState,
  { each, item }: EventOf<'addItem'>,
): Refusal | undefined {
  const step = definedStep(definition, each);
  const { status, items = {} } = stepStateOf(state, each);
  if (step?.kind !== 'each' || status !== 'open' || !step.mayAdd) {
    return refusal('not-open', `Step "${each.step}" is ${status}: no items can be added to it.`);
  }
  if (!itemId.test(item)) {
    const message = `"${item}" cannot be an item: use up to 80 letters, digits, "_", "." or "-".`;
    return refusal('unknown', message);
  }
  if (own(items, item) === undefined) return undefined;
  return refusal('not-open', `Item "${item}" is there already: give the new one another name.`);
}

/**
 * Why a command cannot be about this item: not there, not open, or missing where an item must be
 * named. `whole`: the command may also be about the step as a whole.
 */
export function refuseItemOf(
  state: RunState,
  step: StepDefinition | undefined,
  task: StepRef,
  whole: boolean,
): Refusal | undefined {
  if (step?.kind === 'each' && (task.item !== undefined || !whole)) return refuseItem(state, task);
  if (step?.kind !== 'approval' || (task.item === undefined && whole)) return undefined;
  return refusal('not-open', `Approval "${task.step}" is decided by part, and waived as a whole.`);
}

function refuseItem(state: RunState, ref: StepRef): Refusal | undefined {
  const { items = {} } = stepStateOf(state, ref);
  const item = own(items, ref.item ?? '');
  if (!item) {
    const known = Object.keys(items).map((id) => `"${id}"`);
    const message = `Step "${ref.step}" has no item "${ref.item ?? ''}": name one of ${known.join(', ')}.`;
    return refusal('unknown', message);
  }
  if (item.status === 'open') return undefined;
  return refusal(
    'not-open',
    `Item "${ref.item}" of step "${ref.step}" is ${item.status}, not open.`,
  );
}
