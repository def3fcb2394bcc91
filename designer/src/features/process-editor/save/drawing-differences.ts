import type { Difference } from './difference.ts';
import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { orderDifferences } from './order-differences.ts';

interface Named {
  id: string;
  name: string;
  content: unknown;
}

function parts(drawing: Drawing): Map<string, Named & { label: string }> {
  const found = new Map<string, Named & { label: string }>();
  const put = (kind: string, label: string, one: Named) =>
    found.set(`${kind}:${one.id}`, { ...one, label });
  const { stages, fields, policies, outcomes, rails = [], clocks = [], ...rest } = drawing;
  put('process', 'Process', {
    id: '',
    name: drawing.name,
    content: { ...rest, has: [drawing.rails, drawing.clocks].map((list) => list !== undefined) },
  });
  put('outcomes', 'Reasons', { id: '', name: 'list', content: outcomes });
  for (const field of fields)
    put('field', 'Field', { ...field, name: field.label, content: field });
  for (const policy of policies) put('policy', 'Policy', { ...policy, content: policy });
  for (const clock of clocks) put('clock', 'Clock', { ...clock, content: clock });
  const holders = [
    ...stages.map((holder) => ({ kind: 'stage', label: 'Stage', holder })),
    ...rails.map((holder) => ({ kind: 'rail', label: 'Rail', holder })),
  ];
  for (const { kind, label, holder } of holders) {
    const { steps, links, ...own } = holder;
    put(kind, label, { ...own, content: own });
    put('links', 'Links of', { id: own.id, name: own.name, content: links });
    for (const step of steps)
      put('step', 'Step', { ...step, id: `${own.id}/${step.id}`, content: step });
  }
  return found;
}

function words(here: Named | undefined, other: Named | undefined): string {
  if (!here) return 'not drawn';
  if (!other) return 'drawn';
  return here.name === other.name ? 'changed' : `“${here.name}”`;
}

const isSame = (here: unknown, there: unknown): boolean =>
  canonicalJson(here ?? null) === canonicalJson(there ?? null);

/** What differs between two drawings, element by element; nothing exactly when both say the same. */
export function drawingDifferences(mine: Drawing, theirs: Drawing): Difference[] {
  const [left, right] = [parts(mine), parts(theirs)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  const elements = [...keys].flatMap((key) => {
    const [here, there] = [left.get(key), right.get(key)];
    if (isSame(here?.content, there?.content)) return [];
    const named = here ?? there;
    const same = words(here, there) === 'changed';
    return [
      {
        what: `${named?.label ?? ''} ${named?.name ?? ''}`.trim(),
        mine: same ? 'your version' : words(here, there),
        theirs: same ? 'another version' : words(there, here),
      },
    ];
  });
  return [...elements, ...orderDifferences(mine, theirs)];
}
