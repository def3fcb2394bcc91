import type { ApprovalDefinition } from '../definition/step-definition.ts';
import type { RunEvent } from './event.ts';
import type { Turn } from './turn.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** Opens each approver's part of an approval (E3). */
export function beginApproval(_turn: Turn, _step: ApprovalDefinition): void {}

/** One approver has decided. */
export function decide(_turn: Turn, _event: Of<'decide'>): void {}
