import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import type { Holder } from '../../state/selection.ts';
import { newId } from '../new-id.ts';

/**
 * Gives the steps and links of a copied stage or rail ids of their own, in place; whatever names a
 * step within it follows. Answers what has become of an id.
 */
export function renewSteps(copy: Holder): (id: string) => string {
  const ids = new Map(copy.steps.map((step) => [step.id, newId(step.kind)]));
  const fresh = (id: string) => ids.get(id) ?? id;
  for (const step of copy.steps) {
    step.id = fresh(step.id);
    rulesOf(step).renameSteps(step, fresh);
  }
  for (const link of copy.links) {
    Object.assign(link, { id: newId('link'), from: fresh(link.from), to: fresh(link.to) });
  }
  return fresh;
}
