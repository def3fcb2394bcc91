import { create } from 'zustand';

interface Announcement {
  polite: string;
  assertive: string;
}

/** What the live region of the shell says at the moment. */
export const useAnnouncement = create<Announcement>(() => ({ polite: '', assertive: '' }));

/** Tells a screen reader what has just happened; the same sentence twice is told twice. */
export function announce(message: string, assertive = false): void {
  const slot = assertive ? 'assertive' : 'polite';
  useAnnouncement.setState({ [slot]: '' });
  queueMicrotask(() => useAnnouncement.setState({ [slot]: message }));
}
