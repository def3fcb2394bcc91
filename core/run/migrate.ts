import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** The run's definition has become another one (E26). */
export function migrate(_turn: Turn, _event: Of<'migrate'>): void {}
