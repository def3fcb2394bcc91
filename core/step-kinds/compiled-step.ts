import type { Condition } from '../condition/condition.ts';
import type { TimingDefinition } from '../definition/compiling/timing-definition.ts';
import type { Assignee } from '../drawing/people.ts';

/** What every step of a definition has. */
export interface CompiledStep {
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
