/** Whether a deal in this state has ended. */
export function isClosed(state: string): boolean {
  return state === 'won' || state === 'lost' || state === 'finished';
}
