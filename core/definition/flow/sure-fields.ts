import type { FieldSet, IndexedDrawing } from './field-set.ts';
import { knownWhere } from '../compiling/condition-checker.ts';
import { hiddenWithin } from '../naming/hidden-fields.ts';
import type { HomeGraph, RailGraph } from './stage-graph.ts';
import { sureFlow, type FieldSets, type SureFlow } from './sure-flow.ts';
import { revisitedStages, waysOut, type WayOut } from './sure-ways.ts';

/**
 * Fields that surely have a value at a point of a stage or rail (E7), as long as nobody waives a step,
 * passes a gate by override or empties a field by hand: those are recorded human decisions.
 */
export interface SureInHome extends SureFlow {
  /** While the gate into the stage is looked at. */
  arriving: FieldSet;
  /** From the entry on, whatever happens in there. `before`, `onLink` and `complete` hold it too. */
  entered: FieldSet;
}

export interface SureFields {
  within: Map<HomeGraph, SureInHome>;
  /** At any time of a deal. */
  always: FieldSet;
  /** When a deal has been won. */
  won: FieldSet;
}

/**
 * One pass over stages, steps and links; after it only the sets of the stages are carried along the exits
 * until nothing changes, because exits may lead back.
 */
export function sureFields(context: IndexedDrawing): SureFields {
  const sets = fieldSets(context);
  const intake = sets.of(
    context.drawing.fields.filter(({ intake: asked }) => asked === 'required').map(({ id }) => id),
  );
  const revisited = revisitedStages(context);
  const flows = context.graphs.map((graph) => sureFlow(graph, sets));
  const hidden = context.graphs.map((graph, at) => hiddenWithin(graph, revisited.has(at), sets));
  const known = context.graphs.map(({ stage, index }) =>
    index === 0 ? 0n : stage.entry.reduce((set, { when }) => set | sets.known(when), 0n),
  );
  const ways = waysOut(context, flows, sets);
  const arriving = context.graphs.map((_, at) => (at === 0 ? intake : sets.every));
  const entered = (at: number) => (arriving[at]! | known[at]!) & ~hidden[at]!;
  const won = settle(context, { ways, arriving, entered, every: sets.every });
  const within = new Map<HomeGraph, SureInHome>();
  context.graphs.forEach((graph, at) => {
    within.set(graph, inHome(flows[at]!, arriving[at]!, entered(at)));
  });
  const everHidden = [...hidden, ...ways.map(({ hides }) => hides)].reduce((a, b) => a | b, 0n);
  const always = intake & ~everHidden;
  for (const graph of context.rails) {
    const start = enteredRail(context, graph, entered, always) & ~hiddenWithin(graph, false, sets);
    within.set(graph, inHome(sureFlow(graph, sets), start, start));
  }
  return { within, always, won };
}

interface Solving {
  ways: WayOut[];
  arriving: FieldSet[];
  entered: (at: number) => FieldSet;
  every: FieldSet;
}

/** Narrows `arriving` until each way out agrees with it; what is set at every way to won comes back. */
function settle({ stageAt }: IndexedDrawing, solving: Solving): FieldSet {
  const { ways, arriving, entered, every } = solving;
  let won = every;
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, adds, hides } of ways) {
      const set = (entered(from) | adds) & ~hides;
      const at = stageAt.get(to);
      if (to === 'won') won &= set;
      if (at === undefined || (arriving[at]! & set) === arriving[at]) continue;
      arriving[at] = arriving[at]! & set;
      changed = true;
    }
  }
  return won;
}

/** A rail may begin in any stage of its stretch. */
function enteredRail(
  { stageAt }: IndexedDrawing,
  { rail }: RailGraph,
  entered: (at: number) => FieldSet,
  always: FieldSet,
): FieldSet {
  const [first, last] = [stageAt.get(rail.from), stageAt.get(rail.to)];
  if (first === undefined || last === undefined || last < first) return always;
  let set = entered(first);
  for (let at = first + 1; at <= last; at++) set &= entered(at);
  return set;
}

function inHome(flow: SureFlow, arriving: FieldSet, entered: FieldSet): SureInHome {
  const add = <K>(map: Map<K, FieldSet>) => new Map([...map].map(([k, set]) => [k, set | entered]));
  return {
    arriving,
    entered,
    before: add(flow.before),
    onLink: add(flow.onLink),
    complete: flow.complete | entered,
  };
}

function fieldSets({ bits, checker, drawing }: IndexedDrawing): FieldSets {
  const of = (fields: Iterable<string>) => {
    let set = 0n;
    for (const field of fields) set |= bits.get(field) ?? 0n;
    return set;
  };
  const known = (text: string | undefined) => of(knownWhere(checker, text));
  return { every: (1n << BigInt(drawing.fields.length)) - 1n, of, known };
}
