import type { Step } from '#core/drawing/step.ts';
import type { PauseReason } from '#core/drawing/pause-reasons.ts';
import type { Actor } from '../../session/actor.ts';
import type { TaskRow } from './task-row.ts';

const openStates = new Set(['ready', 'assigned', 'in_progress']);
const leads = new Set(['admin', 'manager']);

/** What the person may do now; the commands check it again. */
export function rightsOf(actor: Actor, row: TaskRow) {
  const isOpen = openStates.has(row.state);
  const isMine = row.assignee_id === actor.id;
  /** Also when whoever has it has left (E30). */
  const isFree = row.assignee_id === null || row.assignee_active === false;
  const own = actor.departments.find(({ key }) => key === row.department_key);
  const isLead = leads.has(actor.role);
  const hasQueue = own !== undefined || row.role === actor.role;
  const works = (hasQueue || isLead) && !row.not_by.includes(actor.id);
  const isQueued = row.department_key !== null || row.role !== null;
  return {
    claim: isOpen && isFree && works,
    release:
      isOpen && isQueued && row.assignee_id !== null && (isMine || isLead || own?.lead === true),
    complete:
      isOpen && row.kind !== 'approval' && (isMine || isLead || (isFree && hasQueue && works)),
    waive: isLead && row.mandatory && (isOpen || row.state === 'offered'),
    openDeal: actor.role !== 'member',
  };
}

/** For which reasons the task may wait now, and whether it may go on: whoever may complete it says so. */
export function pausesOf(actor: Actor, row: TaskRow, step: Step | undefined) {
  const reasons = step?.kind === 'task' ? (step.pauses ?? []) : [];
  const may = rightsOf(actor, row).complete;
  const pause: PauseReason[] = may && row.waiting === null ? reasons : [];
  return { pause, resume: may && row.waiting !== null };
}
