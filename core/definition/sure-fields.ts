import type { Drawing } from '../drawing/drawing.ts';
import type { Link } from '../drawing/link.ts';
import type { Step } from '../drawing/step.ts';
import { aliveSteps } from './alive-steps.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { knownSet } from '../condition/known-set.ts';
import { passPortOf, portsOfLink, type StageGraph } from './stage-graph.ts';

/** Fields as a bit set: set operations on them stay cheap however many fields there are. */
export type FieldSet = bigint;

/**
 * Fields that surely have a value at a point of a stage (E7), as long as nobody waives a step,
 * passes a gate by override or empties a field by hand: those are recorded human decisions.
 */
export interface SureFields {
  /** While the gate into the stage is looked at. */
  arriving: FieldSet;
  entered: FieldSet;
  /** When the turn of a step comes; steps on or behind a cycle are missing. */
  before: Map<string, FieldSet>;
  /** When a link is read; by the link itself. */
  onLink: Map<Link, FieldSet>;
  /** When no mandatory step is open. */
  complete: FieldSet;
}

/** What the analysis looks at. */
export interface IndexedDrawing {
  drawing: Drawing;
  checker: ConditionChecker;
  graphs: StageGraph[];
  /** Place of each stage, from 0. */
  stageAt: Map<string, number>;
  /** The bit of each field in a `FieldSet`. */
  bits: Map<string, FieldSet>;
}

/** For each stage, in one pass over stages, steps and links. */
export function sureFields(context: IndexedDrawing): SureFields[] {
  const { bits } = context;
  const every = (1n << BigInt(context.drawing.fields.length)) - 1n;
  const known = (text: string | undefined) => setOf(bits, knownFields(context, text));
  const arrivals: FieldSet[] = context.graphs.map(() => every);
  return context.graphs.map((graph, index) => {
    const arriving = index === 0 ? intakeFields(context) : arrivals[index]!;
    const criteria = (side: 'entry' | 'criteria') =>
      graph.stage[side].reduce((set, { when }) => set | known(when), 0n);
    const entered = index === 0 ? arriving : arriving | criteria('entry');
    const flow = stageFlow(graph, entered, { bits, every, known });
    for (const exit of graph.stage.exits) {
      const set = exit.ungated ? entered : flow.complete;
      arrive(context, arrivals, exit.to, set | criteria('criteria') | known(exit.when));
    }
    for (const step of graph.order.filter((one) => one.kind === 'leave')) {
      const set = flow.complete | flow.before.get(step.id)!;
      arrive(context, arrivals, step.to, set | criteria('criteria'));
    }
    return { arriving, entered, ...flow };
  });
}

interface Bits {
  bits: Map<string, FieldSet>;
  every: FieldSet;
  known: (text: string | undefined) => FieldSet;
}

/** Follows the links of a stage; `settled` is what steps that surely ran before have set. */
function stageFlow(
  graph: StageGraph,
  entered: FieldSet,
  { bits, every, known }: Bits,
): Pick<SureFields, 'before' | 'onLink' | 'complete'> {
  const alive = aliveSteps(graph);
  const before = new Map<string, FieldSet>();
  const settled = new Map<string, FieldSet>();
  const onLink = new Map<Link, FieldSet>();
  const outputs = new Map(graph.order.map((step) => [step.id, setOf(bits, outputsOf(step))]));
  const performed = (step: Step) => alive.has(step.id) && !canBeSteppedOver(step);
  let complete = entered;
  for (const step of graph.order) {
    let live = every;
    let sure = 0n;
    for (const link of graph.incoming.get(step.id) ?? []) {
      const source = graph.steps.get(link.from)!;
      const own = outputs.get(source.id)!;
      const set =
        before.get(source.id)! |
        (doneOnLink(source, link) ? own : 0n) |
        casesOn(source, link, known, every);
      onLink.set(link, set);
      live &= set | known(link.when);
      sure |= settled.get(source.id)! | (performed(source) ? own : 0n);
    }
    settled.set(step.id, sure);
    before.set(step.id, entered | sure | (graph.incoming.has(step.id) ? live : 0n));
    if (performed(step)) complete |= outputs.get(step.id)!;
  }
  return { before, onLink, complete };
}

/** The step's own work was surely done when this link is live: it did not end by the pass port unless it must be done. */
function doneOnLink(source: Step, link: Link): boolean {
  return !canBeSteppedOver(source) || !portsOfLink(link, source).includes(passPortOf(source));
}

/** What the conditions of the branch's cases tell about a link that starts at them. */
function casesOn(
  source: Step,
  link: Link,
  known: (text: string) => FieldSet,
  every: FieldSet,
): FieldSet {
  if (source.kind !== 'branch' || link.ports.length === 0) return 0n;
  return link.ports.reduce((set, port) => {
    const found = source.cases.find((one) => one.port === port);
    return set & (found ? known(found.when) : 0n);
  }, every);
}

function canBeSteppedOver(step: Step): boolean {
  return Boolean(step.when) || step.mandatory !== true;
}

/** Fields that the step has set once it is done: required form items, and what `update` sets. */
function outputsOf(step: Step): string[] {
  if (step.kind === 'task') return step.form.filter((item) => item.required).map((i) => i.field);
  return step.kind === 'update' ? step.set.map(({ field }) => field) : [];
}

function intakeFields({ drawing, bits }: IndexedDrawing): FieldSet {
  const required = drawing.fields.filter((field) => field.intake === 'required');
  return setOf(
    bits,
    required.map(({ id }) => id),
  );
}

function arrive(context: IndexedDrawing, arrivals: FieldSet[], to: string, set: FieldSet): void {
  const at = context.stageAt.get(to);
  if (at !== undefined) arrivals[at] = arrivals[at]! & set;
}

function knownFields({ checker }: IndexedDrawing, text: string | undefined): Iterable<string> {
  const checked = text ? checker.check(text, 'boolean') : undefined;
  return checked?.ok ? knownSet(checked.condition, true) : [];
}

function setOf(bits: Map<string, FieldSet>, fields: Iterable<string>): FieldSet {
  let set = 0n;
  for (const field of fields) set |= bits.get(field) ?? 0n;
  return set;
}
