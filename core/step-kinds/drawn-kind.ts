import type { z } from 'zod';
import type { ConditionChecker } from '../definition/compiling/condition-checker.ts';
import type { Expected } from '../definition/expected.ts';
import type { FieldType } from '../drawing/field.ts';
import type { Assignee } from '../drawing/people.ts';
import type { Port } from '../drawing/port.ts';
import type { Timing } from '../drawing/timing.ts';

/** A field that a step names by itself, not within an expression, and what it must be like. */
export interface NamedField {
  field: string;
  fieldPath: string;
  /** Any type when absent. */
  types?: readonly FieldType[];
  /** The run must know its value, not only that it is set (E23). */
  read?: true;
  /** The run follows its changes, though it need not know the value (E14, E23). */
  followed?: true;
  /** The step writes it: files are attached by people. */
  written?: true;
}

/** Who gets the work of a step, and where that is drawn. */
export interface NamedAssignee {
  to: Assignee;
  fieldPath: string;
}

/** An expression of a step, and what it must give. */
export interface StepExpression {
  text: string;
  fieldPath: string;
  expected: Expected;
  /** The step's own work reads it: what it reads is an input of that work (E12). */
  ofWork?: true;
}

/** A time that a step takes, at most or exactly. */
export interface StepTime {
  timing: Timing;
  fieldPath: string;
  /** `due`: of work for people. `wait`: what it waits for. `limit`: how long at most. `pause`: between attempts. */
  as: 'due' | 'wait' | 'limit' | 'pause';
}

/** A field that a step sets when it is done. */
export interface SetField {
  field: string;
  /** It has a value once the step is done, whatever happened. */
  surely: boolean;
  /** The engine computes it; else a person fills it in. */
  computed: boolean;
}

/**
 * What a drawing knows about the steps of one kind. Every member is asked of every kind, so that a new
 * kind cannot forget one; a kind that has nothing to say answers with `none`.
 */
export interface DrawnKind<Step, Parts> {
  /** Ways the step can end. Of those that pass, the first is where it ends when it is stepped over (E1). */
  ports: (step: Step) => Port[];
  /** More ports that a link may start at, by which the step does not end. */
  sidePorts: (step: Step) => Port[];
  /** Ports by which it may fail: what follows only success is told that nothing follows these. */
  failing: readonly string[];
  fields: (step: Step) => Iterable<NamedField>;
  sets: (step: Step) => Iterable<SetField>;
  /** Besides the conditions that every step may have. */
  expressions: (step: Step) => Iterable<StepExpression>;
  assignees: (step: Step) => Iterable<NamedAssignee>;
  times: (step: Step) => Iterable<StepTime>;
  /** Liquid templates whose names are inputs of the step's work (E12). */
  templates: (step: Step) => string[];
  /** It surely takes a person or time; else a deal may pass it in an instant. */
  takesTime: (step: Step) => boolean;
  /** Its own part of the definition. Throws when the drawing has an error there. */
  compile: (step: Step, checker: ConditionChecker) => Parts;
}

/** A kind by the shape of its steps, which has `kind` as a literal. */
export function drawnKind<Schema extends z.ZodObject, Parts>(
  kind: { schema: Schema } & DrawnKind<z.infer<Schema>, Parts>,
) {
  return kind;
}

/** The answer of a kind that has nothing to say. */
export const none = (): [] => [];
