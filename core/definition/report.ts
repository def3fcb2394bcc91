import type { Field } from '../drawing/field.ts';
import type { EscalationPolicy } from '../drawing/escalation-policy.ts';
import type { Link } from '../drawing/link.ts';
import type { Exit, Stage } from '../drawing/stage.ts';
import type { Step } from '../drawing/step.ts';
import type { Fix, Problem } from './problem.ts';
import { problemCodes, type ProblemCode } from './problem-codes.ts';

/** Where a problem sits. */
export type Place = Pick<Problem, 'elementKind' | 'elementId' | 'stage' | 'fieldPath'>;

/** A problem with the severity of its code. */
export function problem(code: ProblemCode, place: Place, message: string, fix?: Fix): Problem {
  return { code, severity: problemCodes[code].severity, ...place, message, ...(fix && { fix }) };
}

export function inProcess(fieldPath: string): Place {
  return { elementKind: 'process', elementId: '', fieldPath };
}

export function inStage({ id }: Stage, fieldPath: string): Place {
  return { elementKind: 'stage', elementId: id, stage: id, fieldPath };
}

export function inStep(stage: Stage, { id }: Step, fieldPath: string): Place {
  return { elementKind: 'step', elementId: id, stage: stage.id, fieldPath };
}

export function inLink(stage: Stage, { id }: Link, fieldPath: string): Place {
  return { elementKind: 'link', elementId: id, stage: stage.id, fieldPath };
}

export function inExit(stage: Stage, { id }: Exit, fieldPath: string): Place {
  return { elementKind: 'exit', elementId: id, stage: stage.id, fieldPath };
}

export function inField({ id }: Field, fieldPath: string): Place {
  return { elementKind: 'field', elementId: id, fieldPath };
}

export function inPolicy({ id }: EscalationPolicy, fieldPath: string): Place {
  return { elementKind: 'policy', elementId: id, fieldPath };
}
