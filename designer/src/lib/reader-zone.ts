/** IANA zone of the reader's machine. */
export function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** One name for one zone: 'Asia/Calcutta' and 'Asia/Kolkata' are the same. */
function resolved(zone: string): string {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // A zone that this browser does not know is another one, and is named as it came.
    return zone;
  }
}

/** A calendar's zone where it is not the reader's, to stand beside an instant. */
export function otherZone(zone: string | null | undefined): string | undefined {
  if (zone === null || zone === undefined) return undefined;
  return resolved(zone) === resolved(readerZone()) ? undefined : zone;
}
