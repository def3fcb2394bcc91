import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { StepRef } from '../../run/contract/event.ts';
import { leavesItemsOpen } from '../../run/work/left-open.ts';
import type { StepStatus } from '../../run/state/step-state.ts';
import type { Deal } from './drive.ts';

/** Steps of the current stage that stand so. */
export function stepsIn(deal: Deal, kind: string, ...statuses: StepStatus[]): string[] {
  const { state, definition } = deal;
  const stage = definition.stages.find((each) => each.id === state.stage);
  const ofKind = stage?.steps.filter((step) => step.kind === kind) ?? [];
  return ofKind.map((s) => s.id).filter((id) => statuses.includes(state.steps[id]!.status));
}

export function waitsIn(deal: Deal): string[] {
  return [...stepsIn(deal, 'wait', 'waiting'), ...stepsIn(deal, 'task', 'waiting')];
}

export function allOf(steps: StepDefinition[] = [], kind: StepDefinition['kind']): string[] {
  return steps.filter((step) => step.kind === kind).map(({ id }) => id);
}

/** Steps in items that are under way, wherever, with what is open of them. */
export function partsOf(deal: Deal, kind: string): { ref: StepRef; open: string[] }[] {
  const { stage, steps, sides = {} } = deal.state;
  return Object.entries({ ...sides, [stage]: { steps } }).flatMap(([frame, part]) => {
    const drawn = deal.definition.stages.find((each) => each.id === frame)?.steps ?? [];
    return drawn.flatMap(({ id, kind: of }) => {
      const at = part.steps[id];
      if (of !== kind || !at || (at.status !== 'open' && !leavesItemsOpen(at))) return [];
      const { items = {} } = at;
      const open = Object.keys(items).filter((item) => items[item]?.status === 'open');
      return [{ ref: frame === stage ? deal.ref(id) : deal.refIn(frame, id), open }];
    });
  });
}

/** What earlier stages left under way. */
export function asideOf(deal: Deal): StepRef[] {
  return Object.entries(deal.state.sides ?? {}).flatMap(([frame, { steps }]) =>
    Object.keys(steps).map((id) => deal.refIn(frame, id)),
  );
}

export function choose<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}
