import type { FactType } from '../run/fact.ts';

/** Every type of fact, so that a scenario that misspells one is refused instead of passing. */
const known: Record<FactType, true> = {
  RunStarted: true,
  StageEntered: true,
  StageLeft: true,
  TaskOpened: true,
  TaskOffered: true,
  MailRequested: true,
  Notified: true,
  FieldsUpdated: true,
  StepAssigned: true,
  TaskRequested: true,
  TaskCompleted: true,
  TaskCancelled: true,
  StepSkipped: true,
  StepSteppedOver: true,
  BranchTaken: true,
  LinkCut: true,
  WaitStarted: true,
  WaitEnded: true,
  MailSettled: true,
  EventReceived: true,
  FieldsSet: true,
  OwnerSet: true,
  ClockBreached: true,
  Escalated: true,
  EscalationSuperseded: true,
  ClockMoved: true,
  IncidentOpened: true,
  IncidentResolved: true,
  GateOverridden: true,
  RunClosed: true,
};

export const factTypes = Object.keys(known) as FactType[];
