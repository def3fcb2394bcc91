import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

export function beginWebhook(_turn: Turn, _id: string): void {}

export function settleWebhook(_turn: Turn, _event: Of<'webhookResult'>): void {}
