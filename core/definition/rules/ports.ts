import { portsOf } from '../../drawing/ports.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problem.ts';
import { eachStep, quoted, type RuleContext, type StepPlace } from '../rule-context.ts';
import { inStep, problem } from '../report.ts';
import { portsOfLink } from '../stage-graph.ts';

/** Every way a step can end leads somewhere, where that matters. */
export function* ports(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { stage, step } = at;
    const { kind } = step;
    if (kind === 'task') yield* taskOutcomes(at, step);
    if (kind === 'branch') yield* branch(at, step);
    if (kind === 'email' && unlinked(at, 'notSent') && !unlinked(at, 'sent')) {
      const message = `${quoted(step.name)} may not be sent, and then nothing follows. Link “Not sent” too.`;
      yield problem('port-unlinked', inStep(stage, step, 'links'), message);
    }
  }
}

function* taskOutcomes(at: StepPlace, step: StepOf<'task'>): Iterable<Problem> {
  const { stage, path } = at;
  if (!step.outcomes.some((outcome) => outcome.passes)) {
    const message = `No outcome of ${quoted(step.name)} passes. Let one pass.`;
    const first = step.outcomes[0]!;
    yield problem('no-passing-outcome', inStep(stage, step, 'outcomes'), message, {
      label: `Let ${quoted(first.label)} pass`,
      patch: [{ op: 'replace', path: [...path, 'outcomes', 0, 'passes'], value: true }],
    });
    return;
  }
  for (const [i, outcome] of step.outcomes.entries()) {
    if (outcome.passes || !unlinked(at, outcome.id)) continue;
    const message = `Outcome ${quoted(outcome.label)} of ${quoted(step.name)} does not pass and leads nowhere. Link it to a step.`;
    yield problem('outcome-unlinked', inStep(stage, step, `outcomes.${i}`), message);
  }
}

function* branch(at: StepPlace, step: StepOf<'branch'>): Iterable<Problem> {
  const { stage, path } = at;
  const name = quoted(step.name);
  if (!step.default) {
    const message = `${name} has no default, so a deal could fit no case. Add one.`;
    yield problem('branch-without-default', inStep(stage, step, 'default'), message, {
      label: 'Add a default',
      patch: [{ op: 'add', path: [...path, 'default'], value: freePort(step) }],
    });
  }
  if (step.cases.length === 0) {
    const message = `${name} has no cases. Add one, or remove the branch.`;
    yield problem('branch-without-cases', inStep(stage, step, 'cases'), message);
  }
  for (const [i, { port, label }] of step.cases.entries()) {
    if (!unlinked(at, port)) continue;
    const message = `${name} leads nowhere when it is ${quoted(label)}. Link that case to a step.`;
    yield problem('port-unlinked', inStep(stage, step, `cases.${i}`), message);
  }
}

function freePort(step: Step): { port: string; label: string } {
  const taken = new Set(portsOf(step).map(({ id }) => id));
  const free = ['otherwise', 'else1', 'else2'].find((id) => !taken.has(id)) ?? `else${taken.size}`;
  return { port: free, label: 'otherwise' };
}

function unlinked({ graph, step }: StepPlace, port: string): boolean {
  const links = graph.outgoing.get(step.id) ?? [];
  return !links.some((link) => portsOfLink(link, step).includes(port));
}
