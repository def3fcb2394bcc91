import type { Condition } from '#core/condition/condition.ts';
import { readsOf } from '#core/condition/reads.ts';
import { outputsOf } from '#core/definition/naming/step-fields.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import type { Field } from '#core/drawing/field.ts';
import type { StepOf } from '#core/drawing/step.ts';
import { stageIndex } from '#core/run/state/stage-index.ts';
import type { Version } from '../process/versions.ts';

type Approval = StepOf<'approval'>;

/**
 * The fields that an approval is given on: those that it names (what it shows, its inputs, limits, conditions, and
 * what voids it), or where it names none, what the steps before it set. Personal fields and files are shown only
 * where the drawing grants it (`shows`).
 */
export function approvedFields(version: Version, frame: string, approval: Approval): Field[] {
  const named = [
    ...approval.shows,
    ...(approval.inputs ?? []),
    ...approval.approvers.flatMap(({ upTo }) => upTo?.field ?? []),
    ...(approval.voidOn ?? []),
    ...readBy(version, frame, approval.id),
  ];
  const ids = named.length > 0 ? named : setBefore(version, frame, approval.id);
  const granted = new Set(approval.shows);
  return [...new Set(ids)].flatMap((id) => {
    const field = version.drawing.fields.find((each) => each.id === id);
    const isHidden = field?.personal || field?.type === 'file';
    return field && (!isHidden || granted.has(id)) ? [field] : [];
  });
}

/** What the conditions of the step and of the links into it read. */
function readBy({ definition }: Version, frame: string, id: string): string[] {
  const index = stageIndex(definition, frame);
  const { when, mandatory, onlyWhile } = index?.steps.get(id) ?? {};
  const ofLinks = (index?.incoming.get(id) ?? []).map((link) => link.when);
  return [when, mandatory, onlyWhile, ...ofLinks].filter(isCondition).flatMap((condition) => {
    const { reads, tests } = readsOf(condition);
    return [...reads, ...tests];
  });
}

function isCondition(value: Condition | boolean | undefined): value is Condition {
  return typeof value === 'object';
}

/** What the steps set that lead to a step, in the order in which they are drawn. */
function setBefore({ drawing, definition }: Version, frame: string, id: string): string[] {
  const incoming = stageIndex(definition, frame)?.incoming;
  const before = new Set<string>();
  const ahead = [id];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const { from } of incoming?.get(at) ?? []) {
      if (before.has(from)) continue;
      before.add(from);
      ahead.push(from);
    }
  }
  const steps = drawnFrame(drawing, frame)?.steps ?? [];
  return steps.filter((step) => before.has(step.id)).flatMap(outputsOf);
}
