import type { ApprovalDefinition } from '../../definition/compiling/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import { approversOf, excludedFrom } from './approvers.ts';
import { startTaskClock, stopTaskClock } from '../../run/clocks/clocks.ts';
import type { EventOf } from '../../run/contract/event.ts';
import { lookForDeciders } from './deciders.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { closeItem, closeItems, itemOf, openItem, setItem } from '../../run/work/items.ts';
import { endStep } from '../../run/steps/links.ts';
import { own } from '../../run/state/own.ts';
import type { ItemState } from '../../run/state/step-state.ts';
import { isWanted, offer } from '../../run/work/tasks.ts';
import { definitionOf, refOf, setStep, stepOf, type Turn } from '../../run/state/turn.ts';
import { takeNote } from '../../run/fields/take-written.ts';

/** Opens each approver's part of an approval (E3), or offers it when it is optional (E4). */
export function beginApproval(turn: Turn, step: ApprovalDefinition): void {
  const { id, approvers } = step;
  if (!isWanted(turn, step)) return offer(turn, step, approvers[0]?.to ?? { kind: 'owner' });
  const asked = approversOf(turn.state, step);
  if (!asked.ok) return stopAtIncident(turn, id, 'work', asked);
  setStep(turn, id, { status: 'open', startedAt: turn.now });
  openParts(turn, step, asked.parts);
  startTaskClock(turn, step);
  lookForDeciders(turn, step);
}

/** Opens the parts; after a retry those that are still open. */
function openParts(
  turn: Turn,
  step: ApprovalDefinition,
  asked: ReadonlyMap<string, { to: Assignee }>,
): void {
  const { id } = step;
  const known = stepOf(turn, id).items;
  const notBy = [...excludedFrom(turn.frame.index, turn.frame.part, step)];
  for (const [item, { to }] of asked) {
    if (known && own(known, item)?.status !== 'open') continue;
    setItem(turn, id, item, { status: 'open', to });
    openItem(turn, id, item, to, notBy);
  }
}

/** One approver has decided: the approval ends as soon as its end is certain. */
export function decide(turn: Turn, event: EventOf<'decide'>): void {
  const { by, decision, submission: note } = event;
  const { step: id, item = '' } = event.approval;
  const step = definitionOf(turn, id);
  if (step?.kind !== 'approval') return;
  const part = refOf(turn, id, item);
  takeNote(turn, part, note);
  turn.facts.push({ type: 'ApprovalDecided', ...part, decision, by, note });
  const { to } = itemOf(turn, id, item) ?? {};
  setItem(turn, id, item, { status: 'ended', port: decision, by, ...(to ? { to } : {}) });
  closeItem(turn, id, item, { as: 'done', why: 'decided', by, outcome: decision });
  const counted = countParts(step, Object.values(stepOf(turn, id).items ?? {}));
  if (counted.port) endApproval(turn, id, { ...counted, port: counted.port });
  else lookForDeciders(turn, step);
}

type Decision = 'approved' | 'rejected';
interface Counted {
  port?: Decision;
  approvals: number;
  need: number;
}

/** Where an approval stands: with a port once nothing can change its end. */
function countParts({ need: wanted, rejects }: ApprovalDefinition, parts: ItemState[]): Counted {
  const count = (port: Decision) => parts.filter((part) => part.port === port).length;
  const need = wanted === 'all' ? parts.length : Math.min(wanted, parts.length);
  const approvals = count('approved');
  const rejections = count('rejected');
  if (rejects === 'first' && rejections > 0) return { port: 'rejected', approvals, need };
  if (approvals >= need) return { port: 'approved', approvals, need };
  const isLost = parts.length - rejections < need;
  return isLost ? { port: 'rejected', approvals, need } : { approvals, need };
}

function endApproval(turn: Turn, id: string, ended: Counted & { port: Decision }): void {
  closeItems(turn, id, { as: 'cancelled', why: 'decided', by: null });
  stopTaskClock(turn, id, 'done');
  turn.facts.push({ type: 'ApprovalEnded', ...refOf(turn, id), ...ended });
  endStep(turn, id, ended.port, true);
}
