import type { Field } from '../../drawing/field.ts';
import type { EscalationPolicy } from '../../drawing/escalation-policy.ts';
import type { Link } from '../../drawing/link.ts';
import type { ProcessClock } from '../../drawing/process-clock.ts';
import type { Rail } from '../../drawing/rail.ts';
import type { Exit, Stage } from '../../drawing/stage.ts';
import type { Step } from '../../drawing/step.ts';
import type { Fix, Problem } from './problem.ts';
import { problemCodes, type ProblemCode } from './problem-codes.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

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

export function inRail({ id }: Rail, fieldPath: string): Place {
  return { elementKind: 'rail', elementId: id, stage: id, fieldPath };
}

/** The stage or rail itself. */
export function inHome({ home, kind }: HomeGraph, fieldPath: string): Place {
  return { elementKind: kind, elementId: home.id, stage: home.id, fieldPath };
}

export function inClock({ id }: ProcessClock, fieldPath: string): Place {
  return { elementKind: 'clock', elementId: id, fieldPath };
}

/** In a step of a stage or a rail. */
export function inStep(home: { id: string }, { id }: Step, fieldPath: string): Place {
  return { elementKind: 'step', elementId: id, stage: home.id, fieldPath };
}

export function inLink(home: { id: string }, { id }: Link, fieldPath: string): Place {
  return { elementKind: 'link', elementId: id, stage: home.id, fieldPath };
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
