import { z } from 'zod';
import { drawnKinds } from '../step-kinds/drawn-kinds.ts';

type Schema = (typeof drawnKinds)[keyof typeof drawnKinds]['schema'];

/** A step of any kind; the registry of kinds says which there are. */
export const stepSchema = z.discriminatedUnion(
  'kind',
  Object.values(drawnKinds).map(({ schema }) => schema) as [Schema, ...Schema[]],
);
export type { Step, StepKind, StepOf } from '../step-kinds/drawn-kinds.ts';
