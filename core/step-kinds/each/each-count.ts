import type { Assignee } from '../../drawing/people.ts';
import { chooseAssignee } from '../../run/work/assignee.ts';
import type { EachDefinition } from '../../definition/compiling/step-definition.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { own } from '../../run/state/own.ts';
import type { RunState } from '../../run/state/run-state.ts';
import type { ItemState } from '../../run/state/step-state.ts';

type Items =
  | { ok: true; items: [item: string, at: ItemState][] }
  | { ok: false; code: string; operands: Operands };

export interface EachEnd {
  port: 'done' | 'short';
  passed: number;
  need: number;
  items: number;
}

/**
 * The items an `each` begins with, in order: the values of its list, or its departments, each the
 * assignee of its own. After a retry those it had. An absent list is an incident (E7, E8).
 */
export function itemsToOpen(
  state: RunState,
  { over }: EachDefinition,
  known?: Record<string, ItemState>,
): Items {
  if (known) return { ok: true, items: Object.entries(known) };
  if (over.kind === 'departments') {
    const items = over.departments.map((department): [string, ItemState] => [
      department,
      { status: 'open', to: { kind: 'department', department } },
    ]);
    return { ok: true, items };
  }
  const list = own(state.values, over.field);
  if (!Array.isArray(list)) return { ok: false, code: 'absent', operands: [] };
  const items = [...new Set(list)].map((item): [string, ItemState] => [item, { status: 'open' }]);
  return { ok: true, items };
}

/**
 * How an `each` ends, once that is certain; undefined while it is not (E8). Without items `done`;
 * with fewer than it needs `short`, unless people may add more. With `cancel` and `goOn` as soon as
 * enough have passed, or can no longer pass; else when all items have ended. All must pass when no
 * number is drawn.
 */
export function eachEnd(
  { need: wanted, passing, late, mayAdd }: EachDefinition,
  items: ItemState[],
): EachEnd | undefined {
  const count = items.length;
  const need = wanted ?? count;
  const passed = items.filter(({ port }) => port !== undefined && passing.includes(port)).length;
  const open = items.filter(({ status }) => status === 'open').length;
  const end = (port: 'done' | 'short') => ({ port, passed, need, items: count });
  if (mayAdd && need > count) return undefined;
  if (count === 0) return end('done');
  if (need > count) return end('short');
  if (open > 0 && waitsForAll(late)) return undefined;
  if (passed >= need) return end('done');
  const mayStillPass = passed + open >= need || (mayAdd && open > 0);
  return mayStillPass ? undefined : end('short');
}

/** `ignore` is how definitions compiled before call it. */
function waitsForAll(late: EachDefinition['late']): boolean {
  return late === 'wait' || late === 'ignore';
}

/** Whether its items, and who gets those of a list, can be found. */
export function canOpenItems(state: RunState, step: EachDefinition, given: Assignee | undefined) {
  const items = itemsToOpen(state, step);
  if (!items.ok || step.over.kind === 'departments') return items;
  return chooseAssignee(state, step, given);
}
