import type { Drawing } from '#core/drawing/drawing.ts';
import type { ProcessClock } from '#core/drawing/process-clock.ts';
import type { Trigger } from '#core/drawing/trigger.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import { holdersOf, type Holder } from '../../state/selection.ts';

/** What may set a process clock in motion or end it, besides its start and stop. */
const optionalTriggers = ['pause', 'resume', 'reset', 'cancel'] as const;

/** Takes away the triggers that are gone; what needs one falls back to the plainest. */
export function forgetTriggers(
  draft: Drawing,
  isGone: (trigger: ProcessClock['start']) => boolean,
): void {
  for (const rail of draft.rails ?? []) {
    const { trigger } = rail;
    if (trigger.on !== 'silence' && isGone(trigger)) {
      rail.trigger = { on: 'stage', stage: rail.from };
    }
  }
  for (const clock of draft.clocks ?? []) {
    if (isGone(clock.start)) clock.start = { on: 'start' };
    if (isGone(clock.stop)) clock.stop = { on: 'when', when: '' };
    for (const name of optionalTriggers) {
      const trigger = clock[name];
      if (trigger && isGone(trigger)) delete clock[name];
    }
  }
}

function forgetInHolder(holder: Holder, id: string): void {
  holder.links = holder.links.filter((link) => link.from !== id && link.to !== id);
  for (const one of holder.steps) {
    rulesOf(one).renameSteps(one, (named) => (named === id ? undefined : named));
  }
}

/** Takes a step that is no longer drawn out of everything that named it. */
export function forgetStep(draft: Drawing, holder: Holder, id: string): void {
  forgetInHolder(holder, id);
  const isElsewhere = holdersOf(draft).some(({ steps }) => steps.some((step) => step.id === id));
  if (!isElsewhere) {
    for (const exit of draft.stages.flatMap(({ exits }) => exits)) {
      if (exit.redo?.includes(id) === true) exit.redo = exit.redo.filter((step) => step !== id);
    }
  }
  const names = (trigger: Trigger) =>
    trigger.on === 'step' && trigger.stage === holder.id && trigger.step === id;
  forgetTriggers(draft, names);
}
