import type { Step, StepKind, StepOf } from '#core/drawing/step.ts';
import { approvalRules } from './approval/rules.ts';
import { assignRules } from './assign/rules.ts';
import { branchRules } from './branch/rules.ts';
import { eachRules } from './each/rules.ts';
import { emailRules } from './email/rules.ts';
import { leaveRules } from './leave/rules.ts';
import { noteRules } from './note/rules.ts';
import { notifyRules } from './notify/rules.ts';
import { processRules } from './process/rules.ts';
import { scoreRules } from './score/rules.ts';
import { taskRules } from './task/rules.ts';
import { updateRules } from './update/rules.ts';
import { waitRules } from './wait/rules.ts';
import { webhookRules } from './webhook/rules.ts';
import type { KindRules, WorkStep } from './kind-rules.ts';

/** What commands know about each kind, in the order of the palette. */
export const rulesOfKinds: { [K in StepKind]: KindRules<StepOf<K>> } = {
  task: taskRules,
  approval: approvalRules,
  each: eachRules,
  email: emailRules,
  wait: waitRules,
  branch: branchRules,
  update: updateRules,
  assign: assignRules,
  notify: notifyRules,
  webhook: webhookRules,
  score: scoreRules,
  process: processRules,
  leave: leaveRules,
  note: noteRules,
};

/** Every kind, in the order of the palette. */
export const stepKinds = Object.keys(rulesOfKinds) as StepKind[];

/** What commands know about the kind of a step; its members take that step. */
export function rulesOf(step: Step): KindRules<Step> {
  // Each member fits its own kind, which TypeScript cannot follow through the lookup.
  return rulesOfKinds[step.kind] as unknown as KindRules<Step>;
}

/** True for a step that people do. */
export function isWork(step: Step): step is WorkStep {
  return rulesOfKinds[step.kind].isWork;
}
