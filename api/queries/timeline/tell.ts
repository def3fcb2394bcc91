import type { Fact } from '#core/run/contract/fact.ts';
import type { Sentence, Telling } from './sentence.ts';
import { tellApproval } from './tell-approvals.ts';
import { tellClock } from './tell-clocks.ts';
import { tellDecision } from './tell-decisions.ts';
import { tellHold } from './tell-holds.ts';
import { tellItem } from './tell-items.ts';
import { tellMachine, type MachineFact } from './tell-machines.ts';
import { tellOther, type OtherFact } from './tell-others.ts';
import { tellRework, type ReworkFact } from './tell-rework.ts';
import { tellStage } from './tell-stages.ts';
import { tellTask, type TaskFact } from './tell-tasks.ts';

/** A fact as a line of the timeline. */
export function tell(telling: Telling, fact: Fact): Sentence {
  switch (fact.type) {
    case 'RunStarted':
    case 'StageEntered':
    case 'StageLeft':
    case 'GateOverridden':
    case 'RunClosed':
      return tellStage(telling, fact);
    case 'TaskOpened':
    case 'TaskOffered':
    case 'TaskAssigned':
    case 'TaskWaits':
    case 'TaskGoesOn':
    case 'TaskRequested':
    case 'TaskCompleted':
    case 'TaskCancelled':
    case 'StepAssigned':
      return tellTask(telling, fact as TaskFact);
    case 'ManagersAsked':
    case 'ApprovalDecided':
    case 'ApprovalEnded':
    case 'ApprovalVoided':
      return tellApproval(telling, fact);
    case 'ItemAdded':
    case 'ItemEnded':
    case 'EachEnded':
    case 'AttemptEnded':
      return tellItem(telling, fact);
    case 'StepKept':
    case 'StepReset':
    case 'ReworkStarted':
    case 'StepCancelled':
    case 'LockAwaited':
    case 'StepCarried':
    case 'StepAdopted':
      return tellRework(telling, fact as ReworkFact);
    case 'WebhookRequested':
    case 'WebhookSettled':
    case 'ProcessRequested':
    case 'ProcessStarted':
    case 'ProcessEnded':
    case 'FollowUpRequested':
    case 'FollowUpSkipped':
      return tellMachine(telling, fact as MachineFact);
    case 'RunHeld':
    case 'RunResumed':
    case 'ProcessPaused':
    case 'ProcessResumed':
    case 'ExitsDisarmed':
    case 'ExitsArmed':
    case 'RailStarted':
    case 'RailEnded':
    case 'Migrated':
      return tellHold(telling, fact);
    case 'Scored':
    case 'StepSkipped':
    case 'StepSteppedOver':
    case 'BranchTaken':
    case 'LinkCut':
    case 'WaitStarted':
    case 'WaitMoved':
    case 'WaitEnded':
    case 'EventReceived':
      return tellDecision(telling, fact);
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
      return tellClock(telling, fact);
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
      return tellOther(telling, fact as OtherFact);
  }
}
