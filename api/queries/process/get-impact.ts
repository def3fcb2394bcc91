import { impact } from '#core/definition/comparing/impact.ts';
import {
  nowStarting,
  reachesOutside,
  sentenceOf,
  toConfirm,
} from '#core/definition/comparing/now-starting.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { drawingChanges } from '../../describe/drawing-changes.ts';

/** What publishing the draft would mean: for the deals that are open, then in the drawing. */
export async function getImpact({ services }: SignedInContext, { key }: { key: string }) {
  const { database } = services;
  const [process, figures] = await Promise.all([
    database.process.findUnique({
      where: { key },
      include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
    }),
    database.deal.groupBy({
      by: ['stage'],
      where: { processKey: key, state: { in: ['starting', 'open', 'on_hold'] } },
      _count: true,
    }),
  ]);
  if (!process) throw notFound('process', key);
  const live = process.versions[0];
  const draft = process.draft as unknown as Drawing;
  if (!live) {
    const sentences = ['This is the first version: new deals can start on it at once.'];
    return { nextVersion: 1, sentences, changes: [], confirm: [] };
  }
  const from = live.drawing as unknown as Drawing;
  const open = Object.fromEntries(figures.map(({ stage, _count }) => [stage, _count]));
  const sentences = impact(from, draft, open);
  const starting = nowStarting(from, draft);
  return {
    nextVersion: live.number + 1,
    sentences: [
      ...(sentences.length > 0 ? sentences : ['No deal is open on this process.']),
      ...starting.filter(({ step }) => !reachesOutside(step)).map(sentenceOf),
    ],
    changes: drawingChanges(from, draft),
    confirm: toConfirm(starting),
  };
}
