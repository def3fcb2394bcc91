import type { EachDefinition } from '../definition/step-definition.ts';
import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** Opens the items of an `each` (E8). */
export function beginEach(_turn: Turn, _step: EachDefinition): void {}

/** One more item for an `each` that runs. */
export function addItem(_turn: Turn, _event: Of<'addItem'>): void {}
