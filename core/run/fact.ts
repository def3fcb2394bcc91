import type { Value } from '../condition/condition.ts';

/** Operands of a decision: what it read, so that every decision can be explained. */
export type Operands = { field: string; value: Value }[];

/** Why a step was not run in the ordinary way. */
export type StepOverReason = 'condition' | 'notNeeded' | 'waived' | 'operator';

interface OfStep {
  stage: string;
  step: string;
  visit: number;
  round: number;
}

/** What has happened, in the past tense; the timeline, the visits and every figure come from these. */
export type Fact =
  | { type: 'RunStarted'; by: string | null }
  | {
      type: 'StageEntered';
      stage: string;
      visit: number;
      via: 'start' | 'exit' | 'leave';
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
  | (OfStep & { type: 'TaskRequested'; by: string | null })
  | (OfStep & { type: 'TaskCompleted'; by: string | null; outcome: string })
  | (OfStep & { type: 'TaskCancelled'; why: string })
  | (OfStep & { type: 'StepSkipped' })
  | (OfStep & {
      type: 'StepSteppedOver';
      why: StepOverReason;
      by: string | null;
      reason?: string;
      operands?: Operands;
    })
  | (OfStep & { type: 'BranchTaken'; port: string; operands: Operands })
  | (OfStep & { type: 'LinkCut'; link: string; operands: Operands })
  | (OfStep & { type: 'WaitStarted' })
  | (OfStep & { type: 'WaitEnded'; port: string; by: string | null; reason?: string })
  /** `late`: it came after the run had ended, and moved nothing (E18). */
  | (OfStep & { type: 'MailSettled'; result: 'sent' | 'notSent'; why?: string; late?: true })
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
      as: 'retried' | 'skipped' | 'cleared';
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
      outcome: 'won' | 'lost';
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
  | { kind: 'reasons'; outcome: 'won' | 'lost' };
