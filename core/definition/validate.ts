import type { Drawing } from '../drawing/drawing.ts';
import { directoryContext, type DirectoryRule } from './directory/directory-context.ts';
import type { Directory } from './directory/directory.ts';
import { guarded } from './problems/guarded.ts';
import type { Problem } from './problems/problem.ts';
import { ruleContext, type Rule, type RuleContext } from './rules/rule-context.ts';
import { approvals } from './rules/approvals.ts';
import { automaticLoops } from './rules/automatic-loops.ts';
import { deciders, decidersOfDirectory } from './rules/deciders.ts';
import { doingAgain } from './rules/doing-again.ts';
import { goingBack } from './rules/going-back.ts';
import { joins } from './rules/joins.ts';
import { levels } from './rules/levels.ts';
import { processCircles } from './rules/process-circles.ts';
import { processes } from './rules/processes.ts';
import { rails } from './rules/rails.ts';
import { rework } from './rules/rework.ts';
import { scores } from './rules/scores.ts';
import { timings } from './rules/timings.ts';
import { triggers } from './rules/triggers.ts';
import { voiding } from './rules/voiding.ts';
import { webhooks } from './rules/webhooks.ts';
import { calendars } from './rules/calendars.ts';
import { conditions } from './rules/conditions.ts';
import { deadlines } from './rules/deadlines.ts';
import { durations } from './rules/durations.ts';
import { exits } from './rules/exits.ts';
import { fields } from './rules/fields.ts';
import { ids } from './rules/ids.ts';
import { links } from './rules/links.ts';
import { names } from './rules/names.ts';
import { neededFields } from './rules/needed-fields.ts';
import { outcomes } from './rules/outcomes.ts';
import { pathOverDeadline } from './rules/path-over-deadline.ts';
import { leads } from './rules/leads.ts';
import { people } from './rules/people.ts';
import { ports } from './rules/ports.ts';
import { reachability } from './rules/reachability.ts';
import { reasons } from './rules/reasons.ts';
import { size } from './rules/size.ts';
import { starts } from './rules/starts.ts';
import { starting } from './rules/starting.ts';
import { steps } from './rules/steps.ts';
import { mails } from './rules/mails.ts';
import { templates } from './rules/templates.ts';
import { values } from './rules/values.ts';

const rules: Rule[] = [
  outcomes,
  ids,
  reachability,
  exits,
  reasons,
  goingBack,
  automaticLoops,
  links,
  rework,
  joins,
  starts,
  ports,
  approvals,
  deciders,
  voiding,
  steps,
  doingAgain,
  scores,
  webhooks,
  rails,
  triggers,
  fields,
  conditions,
  values,
  neededFields,
  templates,
  mails,
  deadlines,
  levels,
  timings,
  durations,
  pathOverDeadline,
  names,
];
const directoryRules: DirectoryRule[] = [
  calendars,
  people,
  leads,
  decidersOfDirectory,
  processes,
  starting,
];

/**
 * All problems of a drawing at once, errors first, then in the order of stages and rails. Publishing is
 * refused while one of them is an error. Linear in the size of the drawing. Never throws: a check that
 * fails is itself an error, `check-failed`.
 */
export function validate(drawing: Drawing, directory: Directory): Problem[] {
  return guarded(() => {
    const context = ruleContext(drawing);
    const around = [...others(context, directory), ...circles(drawing, directory)];
    return finish(context, [...own(context), ...around]);
  });
}

/** The problems that a drawing has whatever the organisation looks like; `process` is its key, if known. */
export function validateDrawing(drawing: Drawing, process?: string): Problem[] {
  return guarded(() => {
    const context = ruleContext(drawing);
    return finish(context, [...own(context), ...circles(drawing, { process })]);
  });
}

/** The errors among them, except that the definition is too large: whoever compiles it sees that. */
export function drawingErrors(drawing: Drawing): Problem[] {
  return guarded(() => own(ruleContext(drawing))).filter(isError);
}

function own(context: RuleContext): Problem[] {
  return rules.flatMap((rule) => guarded(() => rule(context)));
}

function others(context: RuleContext, directory: Directory): Problem[] {
  return guarded(() => {
    const withDirectory = directoryContext(context, directory);
    return directoryRules.flatMap((rule) => guarded(() => rule(withDirectory)));
  });
}

function circles(
  drawing: Drawing,
  { process, processes: all }: { process?: string | undefined } & Pick<Directory, 'processes'>,
): Problem[] {
  return process === undefined ? [] : guarded(() => processCircles(drawing, process, all));
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function finish(context: RuleContext, problems: Problem[]): Problem[] {
  const all = problems.some(isError) ? problems : [...problems, ...guarded(() => size(context))];
  const at = new Map(context.homes.map(({ home }, index) => [home.id, index]));
  const place = ({ stage, severity }: Problem) =>
    (severity === 'error' ? 0 : 1e6) + (stage === undefined ? -1 : (at.get(stage) ?? 0));
  return all.sort((a, b) => place(a) - place(b));
}
