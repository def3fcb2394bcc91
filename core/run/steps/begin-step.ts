import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { beginApproval } from '../../step-kinds/approval/approvals.ts';
import { changeAssignee } from '../../step-kinds/assign/assign.ts';
import { beginBranch } from '../../step-kinds/branch/branch.ts';
import { beginEach } from '../../step-kinds/each/each.ts';
import { endStep } from './links.ts';
import { beginProcess } from '../../step-kinds/process/processes.ts';
import { beginScore } from '../../step-kinds/score/scores.ts';
import { beginTask } from '../work/tasks.ts';
import { setStep, stepEffectKey, refOf, type Turn } from '../state/turn.ts';
import { beginUpdate } from '../../step-kinds/update/update.ts';
import { beginWait } from '../../step-kinds/wait/waits.ts';
import { beginWebhook } from '../../step-kinds/webhook/webhooks.ts';

/** Begins a step's own work: its turn has come and its condition holds. */
export function beginStep(turn: Turn, step: StepDefinition): void {
  switch (step.kind) {
    case 'task':
      return beginTask(turn, step);
    case 'approval':
      return beginApproval(turn, step);
    case 'each':
      return beginEach(turn, step);
    case 'email':
      return beginEmail(turn, step.id);
    case 'wait':
      return beginWait(turn, step);
    case 'branch':
      return beginBranch(turn, step);
    case 'update':
      return beginUpdate(turn, step);
    case 'assign':
      return changeAssignee(turn, step);
    case 'notify':
      return notify(turn, step);
    case 'webhook':
      return beginWebhook(turn, step.id);
    case 'score':
      return beginScore(turn, step);
    case 'process':
      return beginProcess(turn, step);
    case 'leave':
      return reachLeave(turn, step.id);
  }
}

function beginEmail(turn: Turn, id: string): void {
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'mail', id),
    kind: 'sendMail',
    mail: refOf(turn, id),
  });
  turn.facts.push({ type: 'MailRequested', ...refOf(turn, id) });
}

function notify(turn: Turn, step: Extract<StepDefinition, { kind: 'notify' }>): void {
  const { to, id } = step;
  const key = stepEffectKey(turn, 'notify', id);
  turn.effects.push({
    key,
    kind: 'notify',
    to,
    owner: turn.state.owner,
    step: refOf(turn, id),
  });
  turn.facts.push({ type: 'Notified', ...refOf(turn, id) });
  endStep(turn, id, 'done', true);
}

/** A reached `leave` step waits for its gate; the oldest goes first (E9). */
function reachLeave(turn: Turn, id: string): void {
  const reached = (turn.state.counters.reached += 1);
  setStep(turn, id, { status: 'waiting', startedAt: turn.now, reached });
}
