import type { Drawing } from '../../drawing/drawing.ts';
import { continueTarget, isEndTarget } from '../../drawing/drawing.ts';
import { awaitedBy, begunByThemselves, surelyHolding } from './by-itself.ts';
import { followUpsOf } from '../naming/follow-ups.ts';
import { inExit, inProcess, inStep, type Place } from '../problems/report.ts';
import { railGraph, stageGraph, type HomeGraph, type StageGraph } from './stage-graph.ts';

/** A process that is started with nobody and no time between the start of a deal and this. */
export interface AutomaticStart {
  process: string;
  /** Keys of processes that must have ended before, which may take people. */
  after: string[];
}

/** What the deals of a process do by themselves: small, so that a directory can carry it. */
export interface AutomaticStarts {
  starts: AutomaticStart[];
  /** A deal may come to its end by itself, once these processes have ended; absent when it cannot. */
  ends?: string[] | undefined;
}

/** A start and where it is drawn. */
export interface PlacedStart extends AutomaticStart {
  place: Place;
}

type After = ReadonlySet<string>;

/** What a version starts without a wait or a person, for the directory (E28). */
export function automaticStarts(drawing: Drawing): AutomaticStarts {
  const { starts, ends } = placedStarts(drawing);
  return {
    starts: starts.map(({ process, after }) => ({ process, after })),
    ...(ends && { ends }),
  };
}

/** The same with the place of each start in the drawing. */
export function placedStarts(drawing: Drawing): { starts: PlacedStart[]; ends?: string[] } {
  const graphs = drawing.stages.map(stageGraph);
  const reached = reachedStages(drawing, graphs);
  const starts: PlacedStart[] = [];
  const ends = new Map<string, After>();
  for (const [at, after] of reached) {
    const graph = graphs[at]!;
    starts.push(...startsOf(graph, after));
    for (const way of waysOf(graph, after)) {
      if (isEndTarget(way.to) && !ends.has(way.to)) ends.set(way.to, way.after);
      if (way.to === continueTarget && way.goesOn) starts.push(way.goesOn);
    }
  }
  for (const rail of railsReached(drawing, graphs, reached)) starts.push(...startsOf(rail, none));
  starts.push(...followUps(drawing, ends));
  const [end] = [...ends.values()].toSorted((a, b) => a.size - b.size);
  return { starts, ...(end && { ends: [...end] }) };
}

const none: After = new Set();

/** Places of the stages that a deal may come to by itself. */
function reachedStages(drawing: Drawing, graphs: StageGraph[]): Map<number, After> {
  const place = new Map(drawing.stages.map(({ id }, at) => [id, at]));
  const reached = new Map<number, After>(graphs.length > 0 ? [[0, none]] : []);
  for (const [at, after] of reached) {
    for (const way of waysOf(graphs[at]!, after)) {
      const to = place.get(way.to);
      if (to !== undefined && !reached.has(to)) reached.set(to, way.after);
    }
  }
  return reached;
}

interface Way {
  to: string;
  after: After;
  goesOn?: PlacedStart;
}

/** The ways out of a stage that nobody and nothing surely holds. */
function waysOf(graph: StageGraph, before: After): Way[] {
  const holding = surelyHolding(graph);
  const isHeld = holding.some(({ kind }) => kind !== 'process');
  const after = new Set([...before, ...holding.flatMap(awaitedBy)]);
  const { stage } = graph;
  const exits = stage.exits.filter(({ mode, ungated }) => mode === 'auto' && (ungated || !isHeld));
  const begun = begunByThemselves(graph);
  const leaves = graph.order.flatMap((step) =>
    step.kind === 'leave' && begun.has(step.id) && (!isHeld || step.to === 'lost')
      ? [{ to: step.to, after: new Set([...after, ...begun.get(step.id)!]) }]
      : [],
  );
  const ways = exits.map((exit): Way => {
    const { to, continueIn } = exit;
    if (!continueIn) return { to, after };
    const place = inExit(stage, exit, 'continueIn.process');
    return { to, after, goesOn: { process: continueIn.process, after: [...after], place } };
  });
  return [...ways, ...leaves];
}

function startsOf(graph: HomeGraph, before: After): PlacedStart[] {
  const begun = begunByThemselves(graph);
  return graph.order.flatMap((step) => {
    const own = begun.get(step.id);
    if (step.kind !== 'process' || !own) return [];
    const place = inStep(graph.home, step, 'process');
    return [{ process: step.process, after: [...new Set([...before, ...own])], place }];
  });
}

/** Rails that begin with a stage that is reached, or may with a condition; the others wait for something. */
function railsReached({ rails = [] }: Drawing, graphs: StageGraph[], reached: Map<number, After>) {
  const stages = new Set([...reached.keys()].map((at) => graphs[at]!.stage.id));
  const begins = rails.filter(({ trigger, from }) => {
    if (trigger.on === 'stage') return stages.has(trigger.stage);
    return (trigger.on === 'start' || trigger.on === 'when') && stages.has(from);
  });
  return begins.map(railGraph);
}

/** What follows after a while waits for that while. */
function followUps(drawing: Drawing, ends: Map<string, After>): PlacedStart[] {
  return [...followUpsOf(drawing)].flatMap(({ end, followUp, fieldPath }) => {
    const after = ends.get(end);
    if (!after || (followUp.after?.n ?? 0) > 0) return [];
    const place = inProcess(`${fieldPath}.process`);
    return [{ process: followUp.process, after: [...after], place }];
  });
}
