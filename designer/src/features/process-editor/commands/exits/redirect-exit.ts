import { isEndTarget } from '#core/drawing/drawing.ts';
import type { Exit } from '#core/drawing/stage.ts';

/** How a deal got to an end where an exit now gets there. */
export type WayToEnd = Pick<Exit, 'name' | 'mode' | 'event' | 'reason'>;

/**
 * Leads an exit elsewhere, in place. The name and the reason of a way to an end do not become those of a
 * way to a stage. A way to an end is as the one before was, by hand where there was none: nobody wins a
 * deal automatically because a stage has moved.
 */
export function redirectExit(exit: Exit, to: string, end?: WayToEnd): void {
  const wasEnd = isEndTarget(exit.to);
  exit.to = to;
  if (isEndTarget(to) === wasEnd) return;
  delete exit.name;
  delete exit.reason;
  if (wasEnd) return;
  const { mode, name, event, reason }: WayToEnd = end ?? { mode: 'manual' };
  delete exit.event;
  Object.assign(exit, { mode, ...(name && { name }), ...(event && { event }) });
  if (reason) exit.reason = reason;
  delete exit.max;
  delete exit.redo;
}
