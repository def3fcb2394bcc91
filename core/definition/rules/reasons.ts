import { isEndTarget } from '../../drawing/drawing.ts';
import type { Fix, PatchOperation, Problem } from '../problems/problem.ts';
import { eachStep, exitName, quoted, type RuleContext } from './rule-context.ts';
import { inExit, inStep, problem, type Place } from '../problems/report.ts';

interface Ending {
  to: string;
  reason?: string | undefined;
  /** Nobody is asked for the reason. */
  unasked: boolean;
  name: string;
  place: Place;
  path: PatchOperation['path'];
}

/** A deal that is lost has a reason: the person who moves it gives one, all else is drawn with one. */
export function* reasons(context: RuleContext): Iterable<Problem> {
  for (const ending of endings(context)) {
    if (!isEndTarget(ending.to)) continue;
    const known = context.drawing.outcomes[ending.to].reasons;
    if (ending.reason && !known.some(({ id }) => id === ending.reason)) {
      const message = `${ending.name} gives a reason that is not in the list. Choose another.`;
      yield problem('unknown-reason', ending.place, message);
    } else if (ending.to === 'lost' && ending.unasked && !ending.reason) {
      const message = `${ending.name} leads to Lost without a reason. Set one.`;
      yield problem('lost-no-reason', ending.place, message, useReason(known.at(-1), ending.path));
    }
  }
}

function* endings(context: RuleContext): Iterable<Ending> {
  for (const { stage, index } of context.graphs) {
    for (const [at, exit] of stage.exits.entries()) {
      yield {
        to: exit.to,
        reason: exit.reason,
        unasked: exit.mode !== 'manual',
        name: exitName(context, exit),
        place: inExit(stage, exit, 'reason'),
        path: ['stages', index, 'exits', at, 'reason'],
      };
    }
  }
  for (const { home, step, path } of eachStep(context)) {
    if (step.kind !== 'leave') continue;
    yield {
      to: step.to,
      reason: step.reason,
      unasked: true,
      name: quoted(step.name),
      place: inStep(home, step, 'reason'),
      path: [...path, 'reason'],
    };
  }
}

function useReason(
  reason: { id: string; label: string } | undefined,
  path: PatchOperation['path'],
): Fix | undefined {
  if (!reason) return undefined;
  return { label: `Use ${quoted(reason.label)}`, patch: [{ op: 'add', path, value: reason.id }] };
}
