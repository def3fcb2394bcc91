import type { Value } from '../../condition/condition.ts';
import type { Clock } from './clock-state.ts';
import type { Occurrence } from './occurred.ts';
import type { Pending } from './pending.ts';
import type { StepState } from './step-state.ts';

export interface Incident {
  id: string;
  /** The rail or earlier stage that `step` belongs to; absent = the current stage. */
  frame?: string;
  step?: string;
  clock?: string;
  /** Link, exit, trigger or criterion whose condition failed. */
  element?: string;
  /** Where a step stopped: at its own condition, in its work, by an effect that failed, or by a result. */
  at?: 'when' | 'work' | 'effect' | 'result';
  /** The effect that failed was the offer of an optional step, which has not begun (E4). */
  offer?: true;
  code: string;
  /** Rework link that had been used as often as it may (E13). */
  rework?: string;
  /** Which trigger of `element` could not be read. */
  trigger?: string;
  /** What follows the end of the run and could not be started: `follow:<id>`, or `continueIn`. */
  follows?: string;
}

/** The steps and links of one visit: of the current stage, of a rail, or what a stage left under way. */
export interface FrameState {
  visit: number;
  enteredAt: number;
  /** By id. */
  steps: Record<string, StepState>;
  /** Links that are resolved. */
  links: Record<string, 'live' | 'dead'>;
}

/** A step that was done in an earlier visit: by which port, and what its inputs were (E12). */
export interface DoneStep {
  port: string;
  /** Values of its inputs then, `null` for absent; of an is-set field how often it had changed. */
  inputs: Record<string, Value | null>;
  by?: string | null;
}

/** An approval of a stage that was left, which a change of a field may void (E14). */
export interface GivenApproval {
  visit: number;
  round: number;
  /** People who may not give it (E3). */
  notBy?: string[];
  /** A field has changed: it is open again, as work of the current stage. */
  voided?: true;
}

/** One reason why nothing moves (E19): a hold of the deal, a pause of the process. */
export interface Freeze {
  id: string;
  /** When it ends by itself. */
  until?: number;
}

/** What has happened since nothing moves, and is looked at when the deal goes on (E19). */
export interface Frozen {
  at: number;
  /** Steps whose links wait. */
  ended: Ended[];
  events: string[];
  /** Watched fields that changed. */
  fields?: string[];
  /** Steps whose turn came. */
  queued?: Pending[];
  /** What triggers have not followed: a run that began standing has started and entered its stage. */
  occurred?: Occurrence[];
}

export type RunStatus = 'new' | 'open' | 'won' | 'lost' | 'finished' | 'continued';

/** A step that has ended; `over`: it was stepped over, so no rework follows (E13). */
export interface Ended {
  frame: string;
  step: string;
  over?: true;
}

/** Everything a run knows: plain JSON, carried over continue-as-new, the same in every shell. */
export interface RunState extends Omit<FrameState, 'visit'> {
  v: 1;
  status: RunStatus;
  /** Id of the current stage; '' before the start. */
  stage: string;
  /**
   * How often each stage was entered, each rail and (as `process:<clock>`) process clock started;
   * the current visit is `visits[stage]`.
   */
  visits: Record<string, number>;
  owner: string | null;
  /** Counts every change of the deal's fields; absent = 1 (E25). */
  fieldsRevision?: number;
  /** At which revision each field was changed last, those that the run does not keep too. */
  fieldRevisions?: Record<string, number>;
  /** How many automatic starts in a row led here (E28); absent: a person or a wait came between. */
  generation?: number;
  values: Record<string, Value>;
  isSet: Record<string, true>;
  clocks: Clock[];
  incidents: Incident[];
  /** External events since stage entry: name → instant of the latest (E17). */
  events: Record<string, number>;
  /** Counters that make ids unique within the run. */
  counters: { incident: number; reached: number; serial: number };
  /** Exit by which the deal goes on in another process. */
  continuedBy?: string;
  outcome?: { kind: 'won' | 'lost' | 'finished'; reasons: string[] };
  /** Rails that run, and stages left with carried steps (E11), by id of the rail or stage. */
  sides?: Record<string, FrameState>;
  /** Steps done in stages that were left, and in rounds before: stage → step (E12, E13). */
  done?: Record<string, Record<string, DoneStep>>;
  /** Approvals given in stages that were left: stage → step (E14). */
  approvals?: Record<string, Record<string, GivenApproval>>;
  /** How often an is-set field that is an input has changed. */
  changes?: Record<string, number>;
  /** Outputs of steps that are being done again, hidden from conditions (E13). */
  hidden?: Record<string, Value | true>;
  /** How often each exit with a limit was taken, each rework link of this visit was used. */
  taken?: Record<string, number>;
  reworks?: Record<string, number>;
  /** After going back: automatic exits wait for a person or for work really done (E12). */
  disarmed?: true;
  freezes?: Freeze[];
  frozen?: Frozen;
  /** Last reading of each live trigger, by its clock or rail and name: they fire when becoming true. */
  triggers?: Record<string, boolean>;
  /** Silence of rails: being measured when `at` is known, over when it is not (E22 apart). */
  silences?: Record<string, { cycle: number; at?: number }>;
}
