import type { EventOf, StepRef } from '../contract/event.ts';
import { noteFields } from './field-revisions.ts';
import { changeFields } from './fields.ts';
import { effectKey } from '../state/keys.ts';
import type { Turn } from '../state/turn.ts';

/** What a person has filled in for a task or item becomes the deal's. */
export function takeForm(turn: Turn, task: StepRef, event: EventOf<'complete'>): void {
  const { submission, seen, values, isSet } = event;
  if (submission !== null) {
    turn.effects.push({ key: effectKey('use', task), kind: 'useSubmission', submission, task });
  }
  noteFields(turn.state, Object.keys(seen ?? { ...values, ...isSet }));
  changeFields(turn, event);
}

/** What a person wrote with a decision counts with it; it sets no field. */
export function takeNote(turn: Turn, task: StepRef, submission: string | null): void {
  if (submission === null) return;
  const key = effectKey('use', task);
  turn.effects.push({ key, kind: 'useSubmission', submission, task, as: 'note' });
}
