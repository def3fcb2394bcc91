import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { Deal } from '../deal.ts';

const active = ['open', 'running', 'waiting', 'incident'];

const listed = (names: string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const closedWords: Partial<Record<Deal['state'], string>> = {
  planned: 'This deal begins later.',
  won: 'This deal was won.',
  lost: 'This deal was lost.',
  finished: 'This deal is finished.',
};

/** Where the deal is and what comes next, for people who do not read drawings. */
export function positionSentence(
  deal: Pick<Deal, 'state' | 'stage' | 'steps' | 'drawing'>,
): string {
  if (deal.state === 'starting') return 'The run begins in a moment.';
  const ended = closedWords[deal.state];
  if (ended !== undefined) return ended;
  const stage = drawnStage(deal.drawing, deal.stage);
  if (!stage) return '';
  const named = (wanted: string[]) =>
    stage.steps.filter(({ id }) => wanted.includes(deal.steps[id] ?? '')).map(({ name }) => name);
  const now = named(active);
  const first = stage.steps.find((step) => active.includes(deal.steps[step.id] ?? ''));
  const next = stage.links
    .filter(({ from, to }) => from === first?.id && deal.steps[to] === 'pending')
    .map(({ to }) => stage.steps.find(({ id }) => id === to)?.name ?? '');
  if (now.length === 0) return `Every step of “${stage.name}” is settled.`;
  const then = next.length === 0 ? '' : ` Next: ${next.join(', or ')}.`;
  return `Now: ${listed(now)}.${then}`;
}
