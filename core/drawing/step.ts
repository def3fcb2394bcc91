import { z } from 'zod';
import {
  assignStepSchema,
  branchStepSchema,
  emailStepSchema,
  leaveStepSchema,
  notifyStepSchema,
  processStepSchema,
  scoreStepSchema,
  updateStepSchema,
  webhookStepSchema,
} from './automatic-steps.ts';
import { waitStepSchema } from './wait-step.ts';
import { approvalStepSchema, eachStepSchema, taskStepSchema } from './work-steps.ts';

export const stepSchema = z.discriminatedUnion('kind', [
  taskStepSchema,
  approvalStepSchema,
  eachStepSchema,
  emailStepSchema,
  waitStepSchema,
  branchStepSchema,
  updateStepSchema,
  assignStepSchema,
  notifyStepSchema,
  webhookStepSchema,
  scoreStepSchema,
  processStepSchema,
  leaveStepSchema,
]);
export type Step = z.infer<typeof stepSchema>;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;
