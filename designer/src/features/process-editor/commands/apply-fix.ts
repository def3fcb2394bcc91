import type { Fix, PatchOperation } from '#core/definition/problems/problem.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Selection } from '../state/selection.ts';
import type { Command } from './command.ts';

type Container = Record<string | number, unknown>;

/** Does one operation on a draft; a path that does not exist (any more) changes nothing. */
function applyOperation(draft: Drawing, { op, path, value }: PatchOperation): void {
  const key = path.at(-1);
  let container: unknown = draft;
  for (const step of path.slice(0, -1)) {
    if (typeof container !== 'object' || container === null) return;
    container = (container as Container)[step];
  }
  if (key === undefined || typeof container !== 'object' || container === null) return;
  if (Array.isArray(container)) {
    const index = key === '-' ? container.length : Number(key);
    container.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
  } else if (op === 'remove') delete (container as Container)[key];
  else (container as Container)[key] = value;
}

/** The repair that a problem offers, as one edit that can be undone. */
export function applyFix(fix: Fix, select: Selection): Command {
  return {
    label: fix.label,
    select,
    recipe: (draft) => {
      for (const operation of structuredClone(fix.patch)) applyOperation(draft, operation);
    },
  };
}
