import { drawnKindOf } from '../../step-kinds/drawn-kinds.ts';
import { linkPortsOf, portsOf } from '../../drawing/ports.ts';
import type { Step, StepOf } from '../../drawing/step.ts';
import { isUnlinked } from '../flow/linked-ports.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted, type RuleContext, type StepPlace } from './rule-context.ts';
import { inStep, problem } from '../problems/report.ts';
import { shortcomingOf } from './joins.ts';

/** Every way a step can end leads somewhere, where that matters. */
export function* ports(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { step } = at;
    if (step.kind === 'task' || step.kind === 'each') yield* outcomes(at, step);
    if (step.kind === 'task') yield* repeated(at, step);
    if (step.kind === 'branch') yield* branch(at, step);
    yield* failures(at);
  }
}

function* outcomes(at: StepPlace, step: StepOf<'task'> | StepOf<'each'>): Iterable<Problem> {
  const { home, path } = at;
  if (!step.outcomes.some((outcome) => outcome.passes)) {
    const message = `No outcome of ${quoted(step.name)} passes. Let one pass.`;
    const first = step.outcomes[0]!;
    yield problem('no-passing-outcome', inStep(home, step, 'outcomes'), message, {
      label: `Let ${quoted(first.label)} pass`,
      patch: [{ op: 'replace', path: [...path, 'outcomes', 0, 'passes'], value: true }],
    });
  } else if (step.kind === 'task') {
    for (const [i, outcome] of step.outcomes.entries()) {
      if (outcome.passes || !unlinked(at, outcome.id)) continue;
      const message = `Outcome ${quoted(outcome.label)} of ${quoted(step.name)} does not pass and leads nowhere. Link it to a step.`;
      yield problem('outcome-unlinked', inStep(home, step, `outcomes.${i}`), message);
    }
  } else if (canFallShort(step) && unlinked(at, 'short')) {
    const message = `${quoted(step.name)} may find too few that pass, and that leads nowhere. Link “Too few passed” to a step.`;
    yield problem('outcome-unlinked', inStep(home, step, 'need'), message);
  }
}

/** Where every item passes, only a number that the list may not have can be missed (E8). */
function canFallShort({ outcomes: all, need, over }: StepOf<'each'>): boolean {
  return all.some(({ passes }) => !passes) || (need !== undefined && over.kind === 'list');
}

function* repeated({ home }: StepPlace, step: StepOf<'task'>): Iterable<Problem> {
  const known = new Set(step.outcomes.map(({ id }) => id));
  for (const [i, id] of (step.repeat?.on ?? []).entries()) {
    if (known.has(id)) continue;
    const message = `${quoted(step.name)} is repeated on an outcome that it does not have. Choose another.`;
    yield problem('unknown-port', inStep(home, step, `repeat.on.${i}`), message);
  }
}

function* branch(at: StepPlace, step: StepOf<'branch'>): Iterable<Problem> {
  const { home, path } = at;
  const name = quoted(step.name);
  if (!step.default) {
    const message = `${name} has no default, so a deal could fit no case. Add one.`;
    yield problem('branch-without-default', inStep(home, step, 'default'), message, {
      label: 'Add a default',
      patch: [{ op: 'add', path: [...path, 'default'], value: freePort(step) }],
    });
  }
  if (step.cases.length === 0) {
    const message = `${name} has no cases. Add one, or remove the branch.`;
    yield problem('branch-without-cases', inStep(home, step, 'cases'), message);
  }
  for (const [i, { port, label }] of step.cases.entries()) {
    if (!unlinked(at, port)) continue;
    const message = `${name} leads nowhere when it is ${quoted(label)}. Link that case to a step.`;
    yield problem('port-unlinked', inStep(home, step, `cases.${i}`), message);
  }
}

/** What goes on only when it went well stops when it did not. */
function* failures(at: StepPlace): Iterable<Problem> {
  const { home, step, graph } = at;
  const links = graph.outgoing.get(step.id) ?? [];
  if (links.length === 0 || links.some((link) => shortcomingOf(graph, link))) return;
  const { failing } = drawnKindOf(step);
  for (const { id, label } of portsOf(step)) {
    if (!failing.includes(id) || !unlinked(at, id)) continue;
    const message = `${quoted(step.name)} may end as ${quoted(label)}, and then nothing follows. Link ${quoted(label)} too.`;
    yield problem('port-unlinked', inStep(home, step, 'links'), message);
  }
}

function freePort(step: Step): { port: string; label: string } {
  const taken = new Set(linkPortsOf(step).map(({ id }) => id));
  const free = ['otherwise', 'else1', 'else2'].find((id) => !taken.has(id)) ?? `else${taken.size}`;
  return { port: free, label: 'otherwise' };
}

function unlinked({ graph, step }: StepPlace, port: string): boolean {
  return isUnlinked(graph, step.id, port);
}
