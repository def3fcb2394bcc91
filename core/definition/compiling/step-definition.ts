import type { Condition } from '../../condition/condition.ts';
import type { Assignee, Recipient } from '../../drawing/people.ts';
import type { PauseReason } from '../../drawing/work-steps.ts';
import type { Duration } from '../../time/duration.ts';
import type { TimingDefinition } from './timing-definition.ts';

interface StepBase {
  id: string;
  mandatory: boolean | Condition;
  when?: Condition;
  /** The port by which the step ends when it is stepped over (E1). */
  passPort: string;
  /** Every port it can end by. */
  ports: string[];
  /** How many live links start it (E5); absent = all links are resolved and one is live. */
  join?: { need: number; late: 'ignore' | 'cancel' };
  lock?: string;
  onlyWhile?: Condition;
  /** Absent = `ifInputsChanged` (E12, E13). */
  redo?: 'always' | 'never';
  /** Watched fields that its work depends on. */
  inputs?: string[];
  /** Watched fields that its work sets: hidden while it is being done again (E13). */
  outputs?: string[];
}

/** What makes a task for a person. */
export interface WorkDefinition {
  assign: Assignee;
  assignCases?: { when: Condition; to: Assignee }[];
  due?: TimingDefinition;
  policy?: string;
}

export interface TaskDefinition extends StepBase, WorkDefinition {
  kind: 'task';
  carry?: { until?: string };
  pauses?: PauseReason[];
  /** Done again while it ends by one of these ports. */
  repeat?: { on: string[]; max: number; every: Duration };
}

export interface EachDefinition extends StepBase, WorkDefinition {
  kind: 'each';
  over: { kind: 'list'; field: string } | { kind: 'departments'; departments: string[] };
  /** Outcomes of an item, and those that pass. */
  outcomes: string[];
  passing: string[];
  /** Absent = all. */
  need?: number;
  /** What becomes of the rest; `ignore` stands for `wait` in definitions compiled before. */
  late: 'wait' | 'goOn' | 'cancel' | 'ignore';
  mayAdd?: true;
}

export interface ApproverDefinition {
  id: string;
  to: Assignee;
  count: number;
  upTo?: { field: string; max: number };
}

export interface ApprovalDefinition extends StepBase {
  kind: 'approval';
  approvers: ApproverDefinition[];
  need: 'all' | number;
  rejects: 'first' | 'quorum';
  notBy?: string[];
  voidOn?: string[];
  due?: TimingDefinition;
  policy?: string;
  carry?: { until?: string };
}

export type WaitDefinition = StepBase & { kind: 'wait' } & (
    | { duration: TimingDefinition }
    | { event: string; accepts: 'stageEntry' | 'start'; timeout: Duration }
  );

export interface ProcessStepDefinition extends StepBase {
  kind: 'process';
  process: string;
  fields: { from: string; to: string }[];
  wait?: { timeout: Duration; results: { from: string; to: string }[] };
}

export interface ScoreDefinition extends StepBase {
  kind: 'score';
  rules: { when: Condition; points: number }[];
  field: string;
  tiers?: { field: string; steps: { value: string; least: number }[] };
}

export type StepDefinition =
  | TaskDefinition
  | EachDefinition
  | ApprovalDefinition
  | WaitDefinition
  | ProcessStepDefinition
  | ScoreDefinition
  | (StepBase & { kind: 'email' })
  | (StepBase & { kind: 'webhook' })
  | (StepBase & { kind: 'branch'; cases: { port: string; when: Condition }[] })
  | (StepBase & {
      kind: 'update';
      set: { field: string; value: Condition }[];
      dates?: { field: string; in: Duration }[];
    })
  | (StepBase & { kind: 'assign'; what: 'deal' | { step: string }; to: Assignee })
  | (StepBase & { kind: 'notify'; to: Recipient[] })
  | (StepBase & { kind: 'leave'; to: string; reason?: string });
