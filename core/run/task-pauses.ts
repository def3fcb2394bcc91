import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

export function pauseTask(_turn: Turn, _event: Of<'pauseTask'>): void {}

export function resumeTask(_turn: Turn, _event: Of<'resumeTask'>): void {}
