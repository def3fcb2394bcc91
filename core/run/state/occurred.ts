import type { TriggerDefinition } from '../../definition/definition.ts';

/** What a trigger may be drawn for; a condition is none, it is read. */
export type Occurrence = Exclude<TriggerDefinition, { on: 'when' }>;
