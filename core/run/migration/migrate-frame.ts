import type { LinkDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { closeStepIncidents } from '../incidents/incidents.ts';
import { verdictOn } from '../steps/joins.ts';
import { closeItemsLeftOpen } from '../work/left-open.ts';
import { isLeftBehind, resolveLink, settleLink, stepOver } from '../steps/links.ts';
import { own } from '../state/own.ts';
import type { StageIndex } from '../state/stage-index.ts';
import { closeTask, hasTask } from '../work/tasks.ts';
import { enqueue, refOf, setStep, stepOf, type Turn } from '../state/turn.ts';

/**
 * Brings the steps and links of one visit from the old definition to the new one (E26): first what
 * is gone and what is new, then links, then every step whose turn has come by that. Of work that
 * was carried along only what is gone counts.
 */
export function migrateFrame(turn: Turn, before: StageIndex): void {
  const { index, unresolved } = turn.frame;
  if (!index) return;
  for (const id of Object.keys(turn.frame.part.steps)) {
    const was = before.steps.get(id);
    if (was && index.steps.get(id)?.kind !== was.kind) takeBack(turn, id);
  }
  if (isLeftBehind(turn)) return;
  const added = index.stage.steps.filter((step) => before.steps.get(step.id)?.kind !== step.kind);
  for (const { id } of added) addStep(turn, id);
  forgetLinks(turn, before, index);
  unresolved.clear();
  recomputeSkipped(turn, before, index);
  for (const step of added.toReversed()) passBehind(turn, step, index);
  for (const link of index.links.values()) resolveNew(turn, link);
  for (const step of index.stage.steps) {
    const comes = hasNotBegun(turn, step) && verdictOn(turn, step.id) !== 'waits';
    if (comes) enqueue(turn, step.id, 'turn');
  }
}

function takeBack(turn: Turn, id: string): void {
  closeItemsLeftOpen(turn, id, 'migrated', null);
  if (!turn.frame.unsettled.has(id)) return;
  closeStepIncidents(turn, id, null);
  const hadTask = hasTask(turn, id);
  closeTask(turn, id, { as: 'cancelled', why: 'migrated', by: null });
  if (hadTask) turn.facts.push({ type: 'TaskCancelled', ...refOf(turn, id), why: 'migrated' });
  setStep(turn, id, { status: 'cancelled' });
}

/** A step of an id that there was before begins another round: keys never come twice (E24). */
function addStep(turn: Turn, id: string): void {
  const was = own(turn.frame.part.steps, id);
  delete turn.frame.part.steps[id];
  setStep(turn, id, { status: 'pending', round: was ? was.round + 1 : 1 });
}

/** Results stay with links that lead from and to the same steps. */
function forgetLinks(turn: Turn, before: StageIndex, index: StageIndex): void {
  const { links } = turn.frame.part;
  for (const id of Object.keys(links)) {
    const [was, is] = [before.links.get(id), index.links.get(id)];
    const isSame = was && is && was.from === is.from && was.to === is.to;
    const isNew = is && stepOf(turn, is.from).status === 'pending';
    if (!isSame || isNew) delete links[id];
  }
}

/** A skipped step is looked at again when its links are others, or lead from one that is. */
function recomputeSkipped(turn: Turn, before: StageIndex, index: StageIndex): void {
  for (const { id } of index.stage.steps) {
    if (stepOf(turn, id).status !== 'skipped') continue;
    const incoming = index.incoming.get(id) ?? [];
    const isSame = drawn(before.incoming.get(id)) === drawn(incoming);
    const verdict = verdictOn(turn, id);
    if (isSame && (verdict === 'dead' || verdict === 'short')) continue;
    setStep(turn, id, { status: 'pending' });
    for (const link of incoming) {
      const was = before.links.get(link.id);
      if (!was || drawn([was]) !== drawn([link])) delete turn.frame.part.links[link.id];
    }
    for (const link of index.outgoing.get(id) ?? []) delete turn.frame.part.links[link.id];
  }
}

function drawn(links: LinkDefinition[] = []): string {
  const plain = links.map(({ id, from, ports, when }) =>
    JSON.stringify([id, from, [...ports].sort(), when ?? null]),
  );
  return plain.sort().join();
}

/** A new step behind which everything has begun is stepped over: it comes too late. */
function passBehind(turn: Turn, step: StepDefinition, index: StageIndex): void {
  const behind = index.outgoing.get(step.id) ?? [];
  if (behind.length === 0 || behind.some(({ to }) => stepOf(turn, to).status === 'pending')) return;
  stepOver(turn, step, { why: 'addedBehind', by: null });
}

/** A new link from a step that has come to its end is read now. */
function resolveNew(turn: Turn, link: LinkDefinition): void {
  if (isResolved(turn, link) || waits(turn, link.from) || hasErred(turn, link)) return;
  const { status } = stepOf(turn, link.from);
  if (status === 'ended') resolveLink(turn, link);
  if (status === 'skipped') settleLink(turn, link, 'dead');
}

/** Whether a step's turn may still have to come; one that waits for its lock is woken when it is free. */
function hasNotBegun(turn: Turn, { id, lock }: StepDefinition): boolean {
  const { status, locked } = stepOf(turn, id);
  return status === 'pending' && !(locked && lock !== undefined);
}

function isResolved(turn: Turn, { id }: LinkDefinition): boolean {
  return own(turn.frame.part.links, id) !== undefined;
}

/** One whose condition could not be read is read by its incident. */
function hasErred({ state, frame }: Turn, { id, to }: LinkDefinition): boolean {
  return state.incidents.some(
    (each) => each.element === id && each.step === to && (each.frame ?? state.stage) === frame.id,
  );
}

/** Links of a step that ended while frozen are read when the deal goes on (E19). */
function waits({ state, frame }: Turn, step: string): boolean {
  return state.frozen?.ended.some((e) => e.frame === frame.id && e.step === step) ?? false;
}
