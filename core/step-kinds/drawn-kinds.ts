import type { z } from 'zod';
import { approval } from './approval/drawn.ts';
import { assign } from './assign/drawn.ts';
import { branch } from './branch/drawn.ts';
import type { CompiledStep } from './compiled-step.ts';
import type { DrawnKind } from './drawn-kind.ts';
import { each } from './each/drawn.ts';
import { email } from './email/drawn.ts';
import { leave } from './leave/drawn.ts';
import { note } from './note/drawn.ts';
import { notify } from './notify/drawn.ts';
import { process } from './process/drawn.ts';
import { score } from './score/drawn.ts';
import { task } from './task/drawn.ts';
import { update } from './update/drawn.ts';
import { wait } from './wait/drawn.ts';
import { webhook } from './webhook/drawn.ts';

/** Every kind of step that can be drawn. The list of kinds is this; the other registries must have the same. */
export const drawnKinds = {
  task,
  approval,
  each,
  email,
  wait,
  branch,
  update,
  assign,
  notify,
  webhook,
  score,
  process,
  leave,
  note,
};

type Kinds = typeof drawnKinds;
export type StepKind = keyof Kinds;
export type Step = z.infer<Kinds[StepKind]['schema']>;
/** A drawn step of one kind. */
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;
export type StepDefinition = { [K in StepKind]: DefinitionOf<K> }[StepKind];
/** A compiled step of one kind. */
export type DefinitionOf<K extends StepKind> = CompiledStep & ReturnType<Kinds[K]['compile']>;

/** What is known about the kind of a step; its members take that step. */
export function drawnKindOf(step: Step): DrawnKind<Step, { kind: StepKind }> {
  // Each member of the union fits its own kind, which TypeScript cannot follow through the lookup.
  return drawnKinds[step.kind] as unknown as DrawnKind<Step, { kind: StepKind }>;
}
