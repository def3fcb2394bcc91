import { endTargets, type Drawing } from '#core/drawing/drawing.ts';
import { holdersOf } from '../../state/selection.ts';
import { timingsOf } from '../clocks/timings-of.ts';
import { forgetInStep } from './forget-in-step.ts';

/** Without one entry, in place; a list that is not there stays so. */
function drop<T>(list: T[] | undefined, isGone: (one: T) => boolean): void {
  if (!list) return;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const one = list[index];
    if (one !== undefined && isGone(one)) list.splice(index, 1);
  }
}

/**
 * Takes a field out of everything that can do without it; what needs one (the list of a For each, the
 * field of a score, a condition) keeps the name and becomes a problem.
 */
export function forgetField(draft: Drawing, field: string): void {
  for (const step of holdersOf(draft).flatMap(({ steps }) => steps)) forgetInStep(step, field);
  for (const { deadline } of draft.stages) if (deadline?.field === field) delete deadline.field;
  for (const timing of timingsOf(draft)) {
    if (timing.field !== field) continue;
    delete timing.field;
    delete timing.from;
    timing.n = Math.abs(timing.n);
  }
  for (const end of endTargets) {
    for (const one of draft.outcomes[end].then ?? []) drop(one.fields, (map) => map.from === field);
  }
}
