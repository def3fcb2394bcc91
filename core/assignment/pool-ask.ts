import type { Assignee } from '../drawing/people.ts';
import type { StepRef } from '../run/contract/event.ts';
import type { PoolAsk } from './pool.ts';

/** What somebody is looked for: a task, or the deal itself when there is none. */
export interface AssigneeAsk {
  assign: Assignee;
  task?: StepRef;
  /** Values of the deal that the assignee must have as tags, besides those that are drawn. */
  needs?: string[];
  notBy?: string[];
}

/** How a department's pool is asked; anything else has no pool, and nobody is chosen. */
export function poolAskOf({ assign, needs = [], notBy = [] }: AssigneeAsk): PoolAsk {
  if (assign.kind !== 'department') return { by: 'queue', needs, notBy, sticky: false };
  const drawn = (assign.needs ?? []).flatMap((need) => ('tag' in need ? [need.tag] : []));
  const { by = 'queue', sticky = false } = assign;
  return { by, needs: [...drawn, ...needs], notBy, sticky };
}
