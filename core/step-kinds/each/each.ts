import type { EachDefinition } from '../../definition/compiling/step-definition.ts';
import { chooseAssignee } from '../../run/work/assignee.ts';
import { eachEnd, itemsToOpen, type EachEnd } from './each-count.ts';
import type { EventOf } from '../../run/contract/event.ts';
import type { StepOverReason } from '../../run/contract/fact.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { closeItem, closeItems, itemOf, openItem, setItem } from '../../run/work/items.ts';
import { endStep } from '../../run/steps/links.ts';
import { asGiven, isWanted, offer } from '../../run/work/tasks.ts';
import { isSettled } from '../../run/scopes/frame.ts';
import { definitionOf, refOf, setStep, stepOf, type Turn } from '../../run/state/turn.ts';
import { takeForm } from '../../run/fields/take-written.ts';

/** Opens the items of an `each` (E8), or offers it when it is optional (E4). */
export function beginEach(turn: Turn, step: EachDefinition): void {
  const { id } = step;
  if (!isWanted(turn, step)) return offer(turn, step, step.assign);
  const { assign: given, items: known } = stepOf(turn, id);
  const found = itemsToOpen(turn.state, step, known);
  const choice = chooseAssignee(turn.state, step, given);
  if (!found.ok) return stopAtIncident(turn, id, 'work', found);
  if (!choice.ok && step.over.kind === 'list') return stopAtIncident(turn, id, 'work', choice);
  const more = choice.ok ? asGiven(step, choice.assign) : {};
  setStep(turn, id, { status: 'open', startedAt: turn.now, ...more });
  const ended = eachEnd(
    step,
    found.items.map(([, at]) => at),
  );
  if (ended) return end(turn, step, ended);
  for (const [item, at] of found.items) setItem(turn, id, item, at);
  for (const [item, { status }] of found.items) {
    if (status === 'open') openOne(turn, step, item);
  }
}

function openOne(turn: Turn, step: EachDefinition, item: string): void {
  const { items = {}, assign } = stepOf(turn, step.id);
  openItem(turn, step.id, item, items[item]?.to ?? assign ?? step.assign);
}

/** One more item for an `each` that runs. */
export function addItem(turn: Turn, { each, item, by }: EventOf<'addItem'>): void {
  const step = definitionOf(turn, each.step);
  if (step?.kind !== 'each') return;
  setItem(turn, step.id, item, { status: 'open' });
  turn.facts.push({ type: 'ItemAdded', ...refOf(turn, step.id, item), by });
  openOne(turn, step, item);
}

/** A person has done one item. */
export function completeItem(turn: Turn, step: EachDefinition, event: EventOf<'complete'>): void {
  const { by, outcome } = event;
  const { item = '' } = event.task;
  const task = refOf(turn, step.id, item);
  takeForm(turn, task, event);
  turn.facts.push({ type: 'ItemEnded', ...task, outcome, by });
  closeItem(turn, step.id, item, { as: 'done', why: 'done', by, outcome });
  endItem(turn, step, item, { port: outcome, by });
}

/** One item is not needed, or waived: it counts as passed, as a step that is stepped over (E1). */
export function stepOverItem(
  turn: Turn,
  step: EachDefinition,
  item: string,
  how: { why: StepOverReason & ('waived' | 'notNeeded'); by: string | null; reason?: string },
): void {
  const { why, by } = how;
  turn.facts.push({ type: 'StepSteppedOver', ...refOf(turn, step.id, item), ...how });
  closeItem(turn, step.id, item, { as: why, why, by });
  endItem(turn, step, item, { port: step.passing[0] ?? '' });
}

function endItem(
  turn: Turn,
  step: EachDefinition,
  item: string,
  ended: { port: string; by?: string | null },
): void {
  const { to } = itemOf(turn, step.id, item) ?? {};
  setItem(turn, step.id, item, { status: 'ended', ...ended, ...(to ? { to } : {}) });
  const now = stepOf(turn, step.id);
  if (isSettled(now)) return;
  const certain = eachEnd(step, Object.values(now.items ?? {}));
  if (certain) end(turn, step, certain);
}

/** Ends the step; where it goes on, what is open stays so and counts no more. */
function end(turn: Turn, { id, late }: EachDefinition, ended: EachEnd): void {
  if (late !== 'goOn') closeItems(turn, id, { as: 'cancelled', why: 'each', by: null });
  turn.facts.push({ type: 'EachEnded', ...refOf(turn, id), ...ended });
  endStep(turn, id, ended.port, true);
}

/** A person ends it by a port: what is open is closed (E17). */
export function endEach(
  turn: Turn,
  step: EachDefinition,
  { port, by, reason }: EventOf<'endWait'>,
): void {
  closeItems(turn, step.id, { as: 'cancelled', why: 'each', by });
  turn.facts.push({ type: 'WaitEnded', ...refOf(turn, step.id), port, by, reason });
  endStep(turn, step.id, port, true);
}
