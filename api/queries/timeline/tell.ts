import type { Fact } from '#core/run/fact.ts';
import type { Sentence, Telling } from './sentence.ts';
import { tellClock } from './tell-clocks.ts';
import { tellDecision } from './tell-decisions.ts';
import { tellOther, type OtherFact } from './tell-others.ts';
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
    case 'TaskRequested':
    case 'TaskCompleted':
    case 'TaskCancelled':
    case 'StepAssigned':
      return tellTask(telling, fact as TaskFact);
    case 'StepSkipped':
    case 'StepSteppedOver':
    case 'BranchTaken':
    case 'LinkCut':
    case 'WaitStarted':
    case 'WaitEnded':
    case 'EventReceived':
      return tellDecision(telling, fact);
    case 'ClockBreached':
    case 'Escalated':
    case 'EscalationSuperseded':
    case 'ClockMoved':
      return tellClock(telling, fact);
    case 'MailRequested':
    case 'MailSettled':
    case 'Notified':
    case 'FieldsUpdated':
    case 'FieldsSet':
    case 'OwnerSet':
    case 'IncidentOpened':
    case 'IncidentResolved':
      return tellOther(telling, fact as OtherFact);
  }
}
