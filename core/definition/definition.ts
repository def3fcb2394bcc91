import type { Condition } from '../condition/condition.ts';
import type { Offset } from '../drawing/escalation-policy.ts';
import type { Assignee, Recipient } from '../drawing/people.ts';
import type { StepKind } from '../drawing/step.ts';
import type { Duration } from '../time/duration.ts';

/** The engine that a definition was compiled for; a released number stays replayable. */
export const engine = 1;

/**
 * The compiled, immutable process: what a run executes and nothing else. No labels, forms or
 * templates; those are read from the version's drawing by whoever shows or renders them.
 */
export interface ProcessDefinition {
  engine: typeof engine;
  process: string;
  /** SHA-256 (hex) of the canonical JSON of everything else in here. */
  checksum: string;
  calendar: string;
  /** Fields that the run keeps: their value, or for personal ones and files that they are set (E23). */
  watched: Record<string, 'value' | 'isSet'>;
  policies: Record<string, PolicyLevel[]>;
  stages: StageDefinition[];
  reasons: { won: string[]; lost: string[] };
}

export interface PolicyLevel {
  id: string;
  offset: Offset;
  to: Recipient[];
}

export interface StageDefinition {
  id: string;
  deadline?: { after?: Duration; field?: string };
  policy?: string;
  entry: CriterionDefinition[];
  criteria: CriterionDefinition[];
  /** In topological order, ties as drawn. */
  steps: StepDefinition[];
  links: LinkDefinition[];
  /** As drawn (E9). */
  exits: ExitDefinition[];
}

export interface CriterionDefinition {
  id: string;
  when: Condition;
}

export interface LinkDefinition {
  id: string;
  from: string;
  to: string;
  /** Empty = whichever port the source ended by. */
  ports: string[];
  when?: Condition;
}

export interface ExitDefinition {
  id: string;
  mode: 'auto' | 'manual' | 'event';
  /** A later stage, `won` or `lost`. */
  to: string;
  when?: Condition;
  event?: string;
  ungated?: true;
  reason?: string;
}

interface StepBase {
  id: string;
  kind: StepKind;
  mandatory: boolean | Condition;
  when?: Condition;
  /** The port by which the step ends when it is stepped over (E1). */
  passPort: string;
  /** Every port it can end by. */
  ports: string[];
}

export type StepDefinition =
  | (StepBase & { kind: 'task'; assign: Assignee; due?: Duration; policy?: string })
  | (StepBase & { kind: 'email' })
  | (StepBase & { kind: 'wait'; duration: Duration })
  | (StepBase & {
      kind: 'wait';
      event: string;
      accepts: 'stageEntry' | 'start';
      timeout: Duration;
    })
  | (StepBase & { kind: 'branch'; cases: { port: string; when: Condition }[] })
  | (StepBase & { kind: 'update'; set: { field: string; value: Condition }[] })
  | (StepBase & { kind: 'assign'; what: 'deal' | { step: string }; to: Assignee })
  | (StepBase & { kind: 'notify'; to: Recipient[] })
  | (StepBase & { kind: 'leave'; to: string; reason?: string });
