import type { Fact } from '#core/run/contract/fact.ts';
import type { Sentence, SentenceContext } from './sentence.ts';
import { describeApproval } from './approval-sentences.ts';
import { describeClock } from './clock-sentences.ts';
import { describeDecision } from './decision-sentences.ts';
import { describeHold } from './hold-sentences.ts';
import { describeItem } from './item-sentences.ts';
import { describeMachine, type MachineFact } from './machine-sentences.ts';
import { describeOther, type OtherFact } from './other-sentences.ts';
import { describeRework, type ReworkFact } from './rework-sentences.ts';
import { describeStage } from './stage-sentences.ts';
import { describeTask, type TaskFact } from './task-sentences.ts';

/** A fact as a line of the timeline. */
export function describeFact(context: SentenceContext, fact: Fact): Sentence {
  switch (fact.type) {
    case 'RunStarted':
    case 'StageEntered':
    case 'StageLeft':
    case 'GateOverridden':
    case 'RunClosed':
      return describeStage(context, fact);
    case 'TaskOpened':
    case 'TaskOffered':
    case 'TaskAssigned':
    case 'TaskWaits':
    case 'TaskGoesOn':
    case 'TaskRequested':
    case 'TaskCompleted':
    case 'TaskCancelled':
    case 'StepAssigned':
      return describeTask(context, fact as TaskFact);
    case 'ManagersAsked':
    case 'ApprovalDecided':
    case 'ApprovalEnded':
    case 'ApprovalVoided':
      return describeApproval(context, fact);
    case 'ItemAdded':
    case 'ItemEnded':
    case 'EachEnded':
    case 'AttemptEnded':
      return describeItem(context, fact);
    case 'StepKept':
    case 'StepReset':
    case 'ReworkStarted':
    case 'StepCancelled':
    case 'LockAwaited':
    case 'StepCarried':
    case 'StepAdopted':
      return describeRework(context, fact as ReworkFact);
    case 'WebhookRequested':
    case 'WebhookSettled':
    case 'ProcessRequested':
    case 'ProcessStarted':
    case 'ProcessEnded':
    case 'FollowUpRequested':
    case 'FollowUpSkipped':
      return describeMachine(context, fact as MachineFact);
    case 'RunHeld':
    case 'RunResumed':
    case 'ProcessPaused':
    case 'ProcessResumed':
    case 'ExitsDisarmed':
    case 'ExitsArmed':
    case 'RailStarted':
    case 'RailEnded':
    case 'Migrated':
      return describeHold(context, fact);
    case 'Scored':
    case 'StepSkipped':
    case 'StepSteppedOver':
    case 'BranchTaken':
    case 'LinkCut':
    case 'WaitStarted':
    case 'WaitMoved':
    case 'WaitEnded':
    case 'EventReceived':
      return describeDecision(context, fact);
    case 'ClockBreached':
    case 'Escalated':
    case 'EscalationSuperseded':
    case 'ClockMoved':
    case 'ProcessClockStarted':
    case 'ProcessClockEnded':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockAcknowledged':
    case 'NoteTakenBack':
    case 'ClockRecalculated':
      return describeClock(context, fact);
    case 'MailRequested':
    case 'MailSettled':
    case 'MailDecided':
    case 'Notified':
    case 'FieldsUpdated':
    case 'ResultRounded':
    case 'FieldsSet':
    case 'OwnerSet':
    case 'IncidentOpened':
    case 'IncidentResolved':
      return describeOther(context, fact as OtherFact);
  }
}
