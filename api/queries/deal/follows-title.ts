import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { onward } from '#core/run/ways-out/follow-ups.ts';
import type { RunState } from '#core/run/state/run-state.ts';

/** What should follow the deal's end and could not be started; undefined for any other incident. */
export function followsTitle(
  drawing: Drawing,
  state: RunState | null,
  incident: string,
): string | undefined {
  const follows = state?.incidents.find(({ id }) => id === incident)?.follows;
  if (follows === undefined) return undefined;
  if (follows === onward) {
    const stage = drawnStage(drawing, state?.stage ?? '');
    const exit = stage?.exits.find(({ id }) => id === state?.continuedBy);
    return `Going on in ${exit?.continueIn?.process ?? 'another process'}`;
  }
  // What follows winning and what follows losing may share an id.
  const { then: followUps = [] } = drawing.outcomes[state?.status === 'lost' ? 'lost' : 'won'];
  const followUp = followUps.find(({ id }) => follows === `follow:${id}`);
  return `Start of ${followUp?.process ?? 'another process'}`;
}
