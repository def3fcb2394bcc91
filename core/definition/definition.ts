import type { Condition } from '../condition/condition.ts';
import type { FieldFit } from '../drawing/check-value.ts';
import type { LevelAction, Offset } from '../drawing/escalation-policy.ts';
import type { Recipient } from '../drawing/people.ts';
import type { Duration } from '../time/duration.ts';
import type { StepDefinition } from './compiling/step-definition.ts';
import type { TimingDefinition } from './compiling/timing-definition.ts';

/** The engine that a definition was compiled for; a released number stays replayable. */
export const engine = 1;

/**
 * The compiled, immutable process: what a run executes and nothing else. No labels, forms or
 * templates; those are read from the version's drawing by whoever shows or renders them.
 */
export interface ProcessDefinition {
  engine: typeof engine;
  process: string;
  /** A service process ends `finished` where a sales process is won. */
  kind?: 'service';
  /** SHA-256 (hex) of the canonical JSON of everything else in here. */
  checksum: string;
  calendar: string;
  /** Fields that the run keeps: their value, or for personal ones and files that they are set (E23). */
  watched: Record<string, 'value' | 'isSet'>;
  /** What the fields that steps write must fit (E29); absent in definitions compiled before that rule. */
  fits?: Record<string, FieldFit>;
  policies: Record<string, PolicyLevel[]>;
  stages: StageDefinition[];
  rails?: RailDefinition[];
  clocks?: ProcessClockDefinition[];
  reasons: { won: string[]; lost: string[] };
  /** What follows an outcome. */
  then?: { won: FollowUpDefinition[]; lost: FollowUpDefinition[] };
}

export interface PolicyLevel {
  id: string;
  offset: Offset;
  to: Recipient[];
  actions?: LevelAction[];
}

export interface StageDefinition {
  id: string;
  deadline?: { after?: TimingDefinition; field?: string; agreed?: true };
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
  /** Leads back to an earlier step and starts another round of it, at most so often (E13). */
  rework?: number;
}

export interface ExitDefinition {
  id: string;
  mode: 'auto' | 'manual' | 'event';
  /** Another stage, `won`, `lost`, or `continue` with `continueIn`. */
  to: string;
  when?: Condition;
  event?: string;
  ungated?: true;
  reason?: string;
  /** Steps that are done again after going back by this exit (E12). */
  redo?: string[];
  /** How often a deal may take this exit. */
  max?: number;
  continueIn?: { process: string; stage?: string };
}

/** What sets a clock or a rail in motion; a condition does when it becomes true. */
export type TriggerDefinition =
  | { on: 'start' }
  | { on: 'event'; event: string }
  | { on: 'stage'; stage: string }
  | { on: 'step'; stage: string; step: string }
  | { on: 'when'; when: Condition };

/** Steps beside the stages `from` to `to`; their ids and the rail's own share the ids of stages. */
export interface RailDefinition {
  id: string;
  from: string;
  to: string;
  trigger: TriggerDefinition | { on: 'silence'; after: Duration; events: string[] };
  again?: true;
  steps: StepDefinition[];
  links: LinkDefinition[];
}

export interface ProcessClockDefinition {
  id: string;
  target: TimingDefinition;
  policy?: string;
  start: TriggerDefinition;
  stop: TriggerDefinition;
  pause?: TriggerDefinition;
  resume?: TriggerDefinition;
  reset?: TriggerDefinition;
  cancel?: TriggerDefinition;
}

export interface FollowUpDefinition {
  id: string;
  when?: Condition;
  process: string;
  after?: Duration;
  fields: { from: string; to: string }[];
}
