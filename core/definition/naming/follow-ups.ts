import { endTargets, type Drawing, type EndTarget, type FollowUp } from '../../drawing/drawing.ts';

/** A process that follows an outcome, and where it stands. */
export interface FollowUpPlace {
  end: EndTarget;
  index: number;
  followUp: FollowUp;
  /** From the drawing's root, which is where the process itself stands. */
  fieldPath: string;
}

/** What follows winning, then what follows losing. */
export function* followUpsOf({ outcomes }: Drawing): Iterable<FollowUpPlace> {
  for (const end of endTargets) {
    for (const [index, followUp] of (outcomes[end].then ?? []).entries()) {
      yield { end, index, followUp, fieldPath: `outcomes.${end}.then.${index}` };
    }
  }
}
