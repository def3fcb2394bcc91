/** True for a zone that the platform knows: 'Europe/Warsaw', 'UTC'. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
