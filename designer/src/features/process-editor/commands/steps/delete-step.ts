import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { holderSelection, type Holder } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { forgetStep } from './forget-step.ts';
import { linksWithout, type Joined } from './join-neighbours.ts';

/** Removes a step and all that named it; what waited for it waits for what it waited for. */
export function deleteStep(drawing: Drawing, stageId: string, id: string): Command | Refusal {
  const step = drawnStep(drawing, stageId, id);
  const holder = drawnFrame(drawing, stageId);
  if (!step || !holder) return { refused: 'This step is no longer drawn.' };
  const joined = linksWithout(holder, id);
  return {
    label: `Delete ${step.name}${became(holder, id, joined)}`,
    removes: true,
    select: holderSelection(drawing, stageId),
    recipe: (draft) => {
      const at = drawnFrame(draft, stageId);
      if (!at) return;
      at.links = structuredClone(joined.links);
      at.steps = at.steps.filter((one) => one.id !== id);
      forgetStep(draft, at, id);
    },
  };
}

/** What has become of its neighbours, by name. */
function became(holder: Holder, id: string, { follow, cut }: Joined): string {
  const named = (ids: string[]) => listed(ids.map((one) => nameIn(holder, one)));
  const sources = holder.links.filter((link) => link.to === id && !link.rework);
  const before = named([...new Set(sources.map(({ from }) => from))]);
  const isPlural = (ids: string[]) => ids.length > 1;
  const back = holder.links.filter((link) => link.to === id && link.rework).length;
  const parts = [
    follow.length > 0 && `${named(follow)} ${isPlural(follow) ? 'follow' : 'follows'} ${before}`,
    cut.length > 0 && `nothing leads on to ${named(cut)}`,
    back > 0 && `${back} ${back === 1 ? 'way back is' : 'ways back are'} gone`,
  ].filter((part) => part !== false);
  if (parts.length > 0) return `: now ${parts.join(', ')}`;
  const links = holder.links.filter((link) => link.from === id || link.to === id).length;
  return links === 0 ? '' : ` and ${links} ${links === 1 ? 'link' : 'links'}`;
}

function nameIn({ steps }: Holder, id: string): string {
  return steps.find((one) => one.id === id)?.name ?? id;
}

/** `A`, `A and B`, `A, B and 3 more`. */
function listed(names: string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}
