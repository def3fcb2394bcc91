import type { Value } from '../../condition/condition.ts';
import type { PauseReason } from '../../drawing/pause-reasons.ts';
import type { AssignmentReason } from './assignment-reason.ts';

/** Operands of a decision: what it read, so that every decision can be explained. */
export type Operands = {
  field: string;
  value: Value;
  /** The field was only asked whether it is set, and `value` says so. */
  tested?: true;
  /** The value was to be set, and does not fit its field (E29). */
  refused?: true;
}[];

/** Why a step was not run in the ordinary way. */
export type StepOverReason =
  'condition' | 'notNeeded' | 'waived' | 'operator' | 'onlyWhile' | 'addedBehind';

/** How an incident ended: by what a person chose, or by itself (`cleared`). */
export type IncidentEnd = 'retried' | 'skipped' | 'managersAsked' | 'oneMore' | 'cleared';

interface OfStep {
  stage: string;
  step: string;
  visit: number;
  round: number;
  item?: string;
}

/** What has happened, in the past tense; the timeline, the visits and every figure come from these. */
export type Fact =
  | { type: 'RunStarted'; by: string | null }
  | {
      type: 'StageEntered';
      stage: string;
      visit: number;
      via: 'start' | 'exit' | 'leave' | 'reopened' | 'continued';
      element?: string;
      by: string | null;
    }
  | {
      type: 'StageLeft';
      stage: string;
      visit: number;
      to: string;
      via: 'exit' | 'leave';
      element: string;
      mode: 'auto' | 'manual' | 'event' | 'leave';
      by: string | null;
      operands?: Operands;
    }
  | (OfStep & {
      type:
        | 'TaskOpened'
        | 'TaskOffered'
        | 'MailRequested'
        | 'Notified'
        | 'FieldsUpdated'
        | 'StepAssigned';
    })
  /** A money result was rounded to the minor unit: from what to what, computed of which operands (E29). */
  | (OfStep & {
      type: 'ResultRounded';
      field: string;
      exact: number;
      value: number;
      operands: Operands;
    })
  /** Who was found for a task by a pool's strategy; `null`: nobody, it is in the queue. */
  | (OfStep & { type: 'TaskAssigned'; person: string | null; why: AssignmentReason })
  | (OfStep & { type: 'TaskWaits'; why: PauseReason; by: string | null; note: string | null })
  | (OfStep & { type: 'TaskGoesOn'; by: string | null; note: string | null })
  /** A part of an approval that nobody may decide was put to the managers (E3). */
  | (OfStep & { type: 'ManagersAsked'; by: string | null })
  | (OfStep & {
      type: 'ApprovalDecided';
      decision: 'approved' | 'rejected';
      by: string | null;
      note: string | null;
    })
  /** The approval as a whole (E3). */
  | (OfStep & {
      type: 'ApprovalEnded';
      port: 'approved' | 'rejected';
      approvals: number;
      need: number;
    })
  /** A field that was approved has changed (E14). */
  | (OfStep & { type: 'ApprovalVoided'; field: string })
  | (OfStep & { type: 'ItemAdded'; by: string | null })
  | (OfStep & { type: 'ItemEnded'; outcome: string; by: string | null })
  /** An `each` has enough, or can no longer have. */
  | (OfStep & { type: 'EachEnded'; port: string; passed: number; need: number; items: number })
  | (OfStep & { type: 'AttemptEnded'; outcome: string; next: boolean })
  /** Done before, and nothing it depends on has changed (E12, E13). */
  | (OfStep & { type: 'StepKept'; port: string })
  /** Set back for another round; `round` is the new one (E13). */
  | (OfStep & { type: 'StepReset' })
  | (OfStep & { type: 'ReworkStarted'; to: string; link: string; count: number; max: number })
  | (OfStep & { type: 'StepCancelled'; why: 'join' | 'each' | 'rail' })
  /** The lock is with another step. */
  | (OfStep & { type: 'LockAwaited'; lock: string; holder: string })
  | (OfStep & { type: 'StepCarried'; to: string })
  | (OfStep & { type: 'StepAdopted' })
  | (OfStep & { type: 'WebhookRequested' })
  | (OfStep & { type: 'WebhookSettled'; result: 'delivered' | 'failed'; why?: string; late?: true })
  | (OfStep & { type: 'ProcessRequested'; process: string })
  | (OfStep & { type: 'ProcessStarted'; deal: string })
  | (OfStep & {
      type: 'ProcessEnded';
      deal: string;
      outcome: 'won' | 'lost' | 'finished';
      late?: true;
    })
  | (OfStep & { type: 'Scored'; points: number; tier?: string; operands: Operands })
  | { type: 'FollowUpRequested'; process: string; followUp: string }
  /** Its condition could not be read when the deal closed: nothing was started. */
  | { type: 'FollowUpSkipped'; process: string; followUp: string; code: string; operands: Operands }
  | { type: 'RunHeld'; by: string | null; until: number; reason: string }
  | { type: 'RunResumed'; by: string | null; why: 'person' | 'until' }
  | { type: 'ProcessPaused'; freeze: string }
  | { type: 'ProcessResumed'; freeze: string }
  | { type: 'ExitsDisarmed'; stage: string; visit: number }
  | { type: 'ExitsArmed'; stage: string; visit: number; by: string | null }
  | { type: 'RailStarted'; rail: string; visit: number; operands?: Operands }
  | { type: 'RailEnded'; rail: string; visit: number; why: 'done' | 'left' | 'event' }
  | { type: 'ProcessClockStarted'; clock: string; cycle: number }
  | { type: 'ProcessClockEnded'; clock: string; cycle: number; as: 'met' | 'metLate' | 'cancelled' }
  | { type: 'ClockPaused'; clock: string; cycle: number; stage: string; why: string }
  | { type: 'ClockResumed'; clock: string; cycle: number; stage: string }
  | {
      type: 'ClockAcknowledged' | 'NoteTakenBack';
      clock: string;
      cycle: number;
      stage: string;
      by: string | null;
    }
  /** A calendar's new revision moved it. */
  | {
      type: 'ClockRecalculated';
      clock: string;
      cycle: number;
      stage: string;
      revision: number;
      was: number;
    }
  | { type: 'Migrated'; by: string | null; from: string; to: string }
  | (OfStep & { type: 'TaskRequested'; by: string | null })
  | (OfStep & { type: 'TaskCompleted'; by: string | null; outcome: string })
  | (OfStep & { type: 'TaskCancelled'; why: string })
  /** `join`: too few of its links can still become live (E5); else all of them are dead (E1). */
  | (OfStep & { type: 'StepSkipped'; why?: 'join' })
  | (OfStep & {
      type: 'StepSteppedOver';
      why: StepOverReason;
      by: string | null;
      reason?: string;
      operands?: Operands;
    })
  | (OfStep & { type: 'BranchTaken'; port: string; operands: Operands })
  | (OfStep & { type: 'LinkCut'; link: string; operands: Operands })
  /** `lacks`: the date that it counts to is not set, so it idles until it is. */
  | (OfStep & { type: 'WaitStarted'; lacks?: string })
  /** The date that it counts to has changed (E21). */
  | (OfStep & { type: 'WaitMoved'; field: string; lacks?: true })
  | (OfStep & { type: 'WaitEnded'; port: string; by: string | null; reason?: string })
  /** `late`: it came after the run had ended, and moved nothing (E18). */
  | (OfStep & {
      type: 'MailSettled';
      result: 'sent' | 'notSent';
      why?: string;
      by?: string;
      late?: true;
    })
  /** A person said what is to be done about a mail that the mail server never answered. */
  | (OfStep & { type: 'MailDecided'; decision: 'accepted' | 'again'; by: string; late?: true })
  | { type: 'EventReceived'; name: string; reached: string[] }
  | { type: 'FieldsSet'; fields: string[]; by: string | null }
  | { type: 'OwnerSet'; owner: string; by: string | null }
  | {
      type: 'ClockBreached';
      clock: string;
      cycle: number;
      stage: string;
      step?: string;
      due: number;
    }
  | {
      type: 'Escalated';
      clock: string;
      cycle: number;
      level: string;
      stage: string;
      step?: string;
      due: number;
    }
  | {
      type: 'EscalationSuperseded';
      clock: string;
      cycle: number;
      level: string;
      stage: string;
      by: string;
    }
  | { type: 'ClockMoved'; clock: string; cycle: number; stage: string; field: string }
  | {
      type: 'IncidentOpened';
      incident: string;
      stage: string;
      step?: string;
      code: string;
      operands: Operands;
    }
  | {
      type: 'IncidentResolved';
      incident: string;
      as: IncidentEnd;
      by: string | null;
      reason?: string;
    }
  | {
      type: 'GateOverridden';
      stage: string;
      visit: number;
      unmet: Unmet[];
      by: string | null;
      reason: string;
    }
  | {
      type: 'RunClosed';
      outcome: 'won' | 'lost' | 'finished' | 'continued';
      reasons: string[];
      note?: string | null;
      by: string | null;
    };

export type FactType = Fact['type'];

/** One thing that keeps a deal from passing a gate; all of them are always returned (E10). */
export type Unmet =
  | { kind: 'step'; stage: string; step: string; status: string }
  | {
      kind: 'criterion';
      stage: string;
      side: 'exit' | 'entry';
      criterion: string;
      operands: Operands;
      error?: string;
    }
  | { kind: 'incident'; incident: string; stage: string; step?: string; code: string }
  /** An approval in this stage was voided, or work that was carried is due here (E11, E14). */
  | { kind: 'carried'; stage: string; step: string; status: string }
  /** The exit has been taken as often as it may. */
  | { kind: 'limit'; exit: string; max: number }
  | { kind: 'reasons'; outcome: 'won' | 'lost' };
