import type { StepRef } from './event.ts';
import { effectKey } from './keys.ts';
import type { Turn } from './turn.ts';

/** What a person wrote with a task, item or decision is used for it; nothing where nothing was written. */
export function useSubmission(turn: Turn, task: StepRef, submission: string | null): void {
  if (submission === null) return;
  turn.effects.push({ key: effectKey('use', task), kind: 'useSubmission', submission, task });
}
