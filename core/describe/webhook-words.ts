/** Why a webhook was not delivered; codes that are not known here are shown as they are. */
const failures: Record<string, string> = {
  address: 'Its address is not one that may be called.',
  failed: 'It could not be put together.',
  redirect: 'It answered with another address, which is not followed.',
  refused: 'It refused what was sent.',
  'gave-up': 'It could not be reached for a day.',
  'unknown-step': 'The version of the deal has no such webhook.',
};

/** What keeps one from going now: it is tried again. */
const faults: Record<string, string> = {
  status: 'The other system reports a fault of its own.',
  ENOTFOUND: 'There is no such host.',
  EAI_AGAIN: 'Its host could not be looked up.',
  ECONNREFUSED: 'Nothing listens at its address.',
  ECONNRESET: 'The connection broke.',
  ETIMEDOUT: 'It did not answer in time.',
  'time-out': 'It did not answer in time.',
  unreachable: 'It could not be reached.',
};

/** Why a webhook has not been delivered, or not yet, as a sentence; null when nothing is said. */
export function webhookWords(why: string | null | undefined): string | null {
  if (!why) return null;
  const [code = ''] = why.split(':');
  return failures[code] ?? faults[code] ?? `Because: ${why}.`;
}
