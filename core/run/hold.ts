import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

export function hold(_turn: Turn, _event: Of<'hold'>): void {}

export function resume(_turn: Turn, _event: Of<'resume'>): void {}

export function pauseProcess(_turn: Turn, _event: Of<'pauseProcess'>): void {}

export function resumeProcess(_turn: Turn, _event: Of<'resumeProcess'>): void {}
