import type { Link } from '../../drawing/link.ts';
import { portsOf } from '../../drawing/ports.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { fieldName, quoted, type RuleContext } from './rule-context.ts';
import { portsOfLink, type HomeGraph } from '../flow/stage-graph.ts';
import { outputsOf } from '../naming/step-fields.ts';
import { canBeSteppedOver } from '../flow/sure-outputs.ts';
import { cancellable } from '../flow/upstream.ts';

type Approval = StepOf<'approval'>;

/** What sets a field behind a step, and whether it surely does so once that step has ended. */
interface Setter {
  step: Step;
  isSure: boolean;
}

/**
 * What comes behind an approval in its stage or rail does not change what it approves (E14): the decision
 * would be void, or may be. In a later stage that is what voiding is for, and the approval alone comes anew.
 * One pass over the links for each field that voids an approval of the stage or rail.
 */
export function* voiding(context: RuleContext): Iterable<Problem> {
  for (const graph of context.homes) {
    const approvals = graph.order.filter((step) => step.kind === 'approval');
    const fields = new Set(approvals.flatMap(({ voidOn = [] }) => voidOn));
    for (const field of fields) {
      const behind = settersBehind(graph, field);
      for (const step of approvals) yield* voided(context, graph, step, { field, behind });
    }
  }
}

type Behind = (step: Step, port?: string) => Setter | undefined;

function* voided(
  context: RuleContext,
  { home }: HomeGraph,
  step: Approval,
  { field, behind }: { field: string; behind: Behind },
): Iterable<Problem> {
  const at = (step.voidOn ?? []).indexOf(field);
  const setter = at < 0 ? undefined : behind(step, 'approved');
  if (!setter) return;
  const place = inStep(home, step, `voidOn.${at}`);
  const [name, other, what] = [
    quoted(step.name),
    quoted(setter.step.name),
    fieldName(context, field),
  ];
  if (setter.isSure) {
    const message = `${other} comes after ${name} and sets ${what}, so what has been approved is changed at once and asked for again. Put ${other} before ${name}, or let ${what} not void it.`;
    yield problem('approval-voids-itself', place, message);
  } else {
    const message = `${other} comes after ${name} and may change ${what}; then ${name} is asked for again. Put ${other} before ${name}, unless that is meant.`;
    yield problem('approval-voided-behind', place, message);
  }
}

/** Answers what sets the field behind a step, at any of its ports or at one; a sure setter first. */
function settersBehind(graph: HomeGraph, field: string): Behind {
  const stopped = cancellable(graph);
  const found = new Map<string, Setter | undefined>();
  const through = (link: Link, isOnly: boolean): Setter | undefined => {
    const step = graph.steps.get(link.to)!;
    const isSure = isOnly && !link.when && !step.join && !stopped.has(step.id);
    const setter = surest([sets(step, field), found.get(step.id)]);
    return setter && { step: setter.step, isSure: isSure && setter.isSure };
  };
  const behind: Behind = (step, port) => {
    const links = (graph.outgoing.get(step.id) ?? []).map((link): Setter | undefined => {
      const ports = portsOfLink(link, step);
      if (port !== undefined && !ports.includes(port)) return undefined;
      return through(link, port !== undefined || ports.length === portsOf(step).length);
    });
    return surest(links);
  };
  for (const step of graph.order.toReversed()) found.set(step.id, behind(step));
  return behind;
}

function surest(setters: (Setter | undefined)[]): Setter | undefined {
  const known = setters.filter((setter) => setter !== undefined);
  return known.find(({ isSure }) => isSure) ?? known[0];
}

/** What the engine computes it surely sets; people and other processes may. */
function sets(step: Step, field: string): Setter | undefined {
  if (!outputsOf(step).includes(field)) return undefined;
  const isComputed = step.kind === 'update' || step.kind === 'score';
  return { step, isSure: isComputed && !canBeSteppedOver(step) };
}
