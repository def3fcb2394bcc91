import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { Link } from '../../drawing/link.ts';
import type { Step } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { quoted, stepName, type RuleContext } from './rule-context.ts';
import { inStep, problem } from '../problems/report.ts';
import { portsOfLink, type HomeGraph } from '../flow/stage-graph.ts';

/** A mandatory step can start, and does not wait for somebody to ask for an optional one (E4). */
export function* starts(context: RuleContext): Iterable<Problem> {
  for (const graph of context.homes) {
    const runnable = runnableSteps(context, graph);
    for (const step of graph.order.filter(isBlocking)) {
      if (!runnable.has(step.id) || isNever(context, step.when)) {
        const message = `${quoted(step.name)} is mandatory and can never start. Correct the links to it, or make it optional.`;
        yield problem('step-never-starts', inStep(graph.home, step, 'mandatory'), message);
      } else {
        yield* afterOptional(graph, step);
      }
    }
  }
}

function* afterOptional(graph: HomeGraph, step: Step): Iterable<Problem> {
  const optional = (graph.incoming.get(step.id) ?? [])
    .map((link) => graph.steps.get(link.from)!)
    .find((source) => source.kind === 'task' && source.mandatory === false);
  if (!optional) return;
  const message = `${quoted(step.name)} is mandatory and waits for the optional ${stepName(graph, optional.id)}. Link it to a mandatory step, or make ${stepName(graph, optional.id)} mandatory.`;
  yield problem('mandatory-after-optional', inStep(graph.home, step, 'mandatory'), message);
}

function isBlocking(step: Step): boolean {
  return step.mandatory === true && stepTraits[step.kind].canBlock;
}

/** Steps that some link could bring to life; a link whose ports are all unknown is another problem. */
function runnableSteps(context: RuleContext, graph: HomeGraph): Set<string> {
  const runnable = new Set<string>();
  for (const step of graph.order) {
    const incoming = graph.incoming.get(step.id) ?? [];
    const live = (link: Link) => runnable.has(link.from) && canBeLive(context, graph, link);
    if (incoming.length === 0 || incoming.some(live)) runnable.add(step.id);
  }
  return runnable;
}

function canBeLive(context: RuleContext, graph: HomeGraph, link: Link): boolean {
  if (isNever(context, link.when)) return false;
  const source = graph.steps.get(link.from)!;
  if (source.kind !== 'branch') return true;
  const never = new Set(
    source.cases.filter(({ when }) => isNever(context, when)).map(({ port }) => port),
  );
  const ports = portsOfLink(link, source);
  return ports.length === 0 || ports.some((port) => !never.has(port));
}

/** True for the condition `false`, which people write to switch something off. */
function isNever({ checker }: RuleContext, text: string | undefined): boolean {
  const checked = text ? checker.check(text, 'boolean') : undefined;
  if (!checked?.ok || checked.condition.op !== 'literal') return false;
  return checked.condition.args[0] === false;
}
