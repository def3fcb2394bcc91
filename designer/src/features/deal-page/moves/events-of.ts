import type { Drawing } from '#core/drawing/drawing.ts';

/** Names of the external events that any wait or exit of the drawing listens to. */
export function eventsOf(drawing: Drawing): string[] {
  const names = new Set<string>();
  for (const stage of drawing.stages) {
    for (const step of stage.steps)
      if (step.kind === 'wait' && step.for.kind === 'event') names.add(step.for.event);
    for (const exit of stage.exits)
      if (exit.mode === 'event' && exit.event !== undefined && exit.event !== 'deadline')
        names.add(exit.event);
  }
  return [...names].sort();
}
