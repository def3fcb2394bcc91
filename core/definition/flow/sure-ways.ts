import type { Exit } from '../../drawing/stage.ts';
import { hiddenByGoingBack } from '../naming/hidden-fields.ts';
import { leaveTargets, type StageGraph } from './stage-graph.ts';
import type { FieldSet, IndexedDrawing } from './field-set.ts';
import type { FieldSets, SureFlow } from './sure-flow.ts';

/** A way from one stage to another, or to an end, and what it says about fields. */
export interface WayOut {
  /** Place of the stage that is left. */
  from: number;
  to: string;
  /** Set besides what was set on entry. */
  adds: FieldSet;
  /** Hidden until it is done again. */
  hides: FieldSet;
}

type Analysed = Pick<IndexedDrawing, 'graphs' | 'rails' | 'stageAt'>;

/** By exits, by steps that leave, and from a rail in any stage of its stretch. */
export function waysOut(context: Analysed, flows: SureFlow[], sets: FieldSets): WayOut[] {
  const ways: WayOut[] = [];
  for (const graph of context.graphs) {
    const { stage, index: from } = graph;
    const flow = flows[from]!;
    const gate = stage.criteria.reduce((set, { when }) => set | sets.known(when), 0n);
    for (const exit of stage.exits) {
      const adds = (exit.ungated ? 0n : flow.complete) | gate | sets.known(exit.when);
      ways.push({ from, to: exit.to, adds, hides: hiddenBy(context, graph, exit, sets) });
    }
    for (const step of graph.order) {
      if (step.kind !== 'leave') continue;
      const adds = flow.complete | flow.before.get(step.id)! | gate;
      ways.push({ from, to: step.to, adds, hides: 0n });
    }
  }
  return [...ways, ...fromRails(context)];
}

function* fromRails({ rails, stageAt }: Analysed): Iterable<WayOut> {
  for (const { rail } of rails) {
    const [first, last] = [stageAt.get(rail.from) ?? 0, stageAt.get(rail.to) ?? -1];
    for (const to of leaveTargets(rail)) {
      for (let from = first; from <= last; from++) yield { from, to, adds: 0n, hides: 0n };
    }
  }
}

function hiddenBy(
  { graphs, stageAt }: Analysed,
  { index }: StageGraph,
  exit: Exit,
  sets: FieldSets,
): FieldSet {
  const target = stageAt.get(exit.to);
  if (target === undefined || target > index || !exit.redo) return 0n;
  return hiddenByGoingBack(graphs.slice(target, index + 1), exit, sets);
}

/** Places of the stages that an exit back leads to or passes. */
export function revisitedStages({ graphs, stageAt }: Analysed): Set<number> {
  const revisited = new Set<number>();
  for (const { stage, index } of graphs) {
    const targets = stage.exits.map(({ to }) => stageAt.get(to) ?? Infinity);
    for (let at = Math.min(...targets); at <= index; at++) revisited.add(at);
  }
  return revisited;
}
