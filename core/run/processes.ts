import type { ProcessStepDefinition } from '../definition/step-definition.ts';
import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** Starts another process. */
export function beginProcess(_turn: Turn, _step: ProcessStepDefinition): void {}

export function processStarted(_turn: Turn, _event: Of<'processStarted'>): void {}

export function processEnded(_turn: Turn, _event: Of<'processEnded'>): void {}
