import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

export function acknowledge(_turn: Turn, _event: Of<'acknowledge'>): void {}

export function recalculate(_turn: Turn, _event: Of<'recalculate'>): void {}
