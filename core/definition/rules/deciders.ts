import type { Approver } from '../../step-kinds/approval/drawn.ts';
import type { StepOf } from '../../drawing/step.ts';
import type { DirectoryContext } from '../directory/directory-context.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { quoted, type RuleContext } from './rule-context.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';
import { drawnSole, surelyExcluded, type SoleOf } from '../flow/surely-excluded.ts';

type Approval = StepOf<'approval'>;

/** Every approval can be given by somebody: nobody decides their own work, or twice (E3). */
export function* deciders(context: RuleContext): Iterable<Problem> {
  for (const found of undecidable(context, drawnSole)) yield told(found);
}

/** The same with what the organisation tells: a department or role with one person in it. */
export function* decidersOfDirectory(context: DirectoryContext): Iterable<Problem> {
  const drawn = new Set([...undecidable(context, drawnSole)].map(({ approval }) => approval));
  for (const found of undecidable(context, soleIn(context))) {
    if (!drawn.has(found.approval)) yield told(found);
  }
}

function soleIn({ departments, people }: DirectoryContext): SoleOf {
  const active = [...people.values()].filter((person) => person.active);
  return (to) => {
    if (to.kind === 'department') {
      const isOne = departments.get(to.department)?.members === 1;
      return isOne ? `department:${to.department}` : undefined;
    }
    if (to.kind !== 'role') return drawnSole(to);
    const [first, ...others] = active.filter(({ role }) => role === to.role);
    return first && others.length === 0 ? `person:${first.id}` : undefined;
  };
}

interface Found {
  graph: HomeGraph;
  approval: Approval;
  /** How many can be given, and how many it takes. */
  possible: number;
  need: number;
}

function* undecidable({ homes, drawing }: RuleContext, soleOf: SoleOf): Iterable<Found> {
  const reassigning = new Set(
    drawing.policies
      .filter(({ levels }) => levels.some(({ actions = [] }) => actions.some(isHandingOn)))
      .map(({ id }) => id),
  );
  for (const graph of homes) {
    const approvals = graph.home.steps.filter((step) => step.kind === 'approval');
    if (approvals.length === 0) continue;
    const assigned = assignedIn(graph);
    const isHandedOn = ({ id, policy, assign }: StepOf<'task'>) =>
      assigned.has(id) ||
      reassigning.has(policy ?? '') ||
      (assign.kind === 'owner' && assigned.has('deal'));
    const excludedFrom = surelyExcluded(graph, soleOf, isHandedOn);
    for (const approval of approvals) {
      const { possible, need } = count(approval, excludedFrom(approval), soleOf);
      if (possible < need) yield { graph, approval, possible, need };
    }
  }
}

/** Ids of the tasks that a step of the stage gives to another, and `deal` where one gives the deal. */
function assignedIn({ home }: HomeGraph): Set<string> {
  return new Set(
    home.steps.flatMap((step) => {
      if (step.kind !== 'assign') return [];
      return step.what === 'deal' ? 'deal' : step.what.step;
    }),
  );
}

function isHandingOn({ kind }: { kind: string }): boolean {
  return kind === 'reassign' || kind === 'toQueue';
}

/** Where approvers have limits, who is asked depends on the value: then one who can decide is enough. */
function count(approval: Approval, excluded: ReadonlySet<string>, soleOf: SoleOf) {
  const { approvers, need: wanted = 'all' } = approval;
  const used = new Set(excluded);
  let possible = 0;
  for (const { to, count: asked = 1 } of approvers) {
    const sole = soleOf(to);
    if (sole === undefined) possible += asked;
    else if (!used.has(sole)) possible += 1;
    if (sole !== undefined) used.add(sole);
  }
  const all = approvers.reduce((sum, approver: Approver) => sum + (approver.count ?? 1), 0);
  const need = wanted === 'all' ? all : Math.min(wanted, all);
  return { possible, need: approvers.some(({ upTo }) => upTo) ? Math.min(need, 1) : need };
}

function told({ graph, approval, possible, need }: Found): Problem {
  const name = quoted(approval.name);
  const what =
    possible === 0
      ? `Nobody can decide ${name}: whoever it asks did the work before it, or asks for it, and nobody approves their own work.`
      : `${name} needs ${need} approvals, but can only get ${possible}: nobody approves their own work, or twice.`;
  const at = approval.approvers.length - 1;
  const path = [...graph.path, 'steps', graph.home.steps.indexOf(approval), 'approvers', at, 'to'];
  return problem(
    'approval-undecidable',
    inStep(graph.home, approval, 'approvers'),
    `${what} Ask somebody else.`,
    possible === 0 && need === 1
      ? {
          label: 'Ask the managers',
          patch: [{ op: 'replace', path, value: { kind: 'role', role: 'manager' } }],
        }
      : undefined,
  );
}
