import type { Effect } from './effect.ts';

/** Whether an effect's answer comes back as an event (E22). */
export function isAsking(effect: Effect): boolean {
  switch (effect.kind) {
    case 'startClock':
    case 'startTimer':
    case 'acknowledgeClock':
    case 'setOwner':
    case 'setDates':
    case 'askDeciders':
      return true;
    case 'openTask':
    case 'requestTask':
    case 'assignTask':
      return effect.assign.kind === 'department' && (effect.assign.by ?? 'queue') !== 'queue';
    default:
      return false;
  }
}
