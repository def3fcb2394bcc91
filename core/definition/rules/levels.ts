import type { Drawing } from '../../drawing/drawing.ts';
import type { Recipient } from '../../drawing/people.ts';
import { clockMoments } from '../../drawing/process-clock.ts';
import type { Problem } from '../problems/problem.ts';
import { inPolicy, inStep, problem } from '../problems/report.ts';
import { eachStep, quoted, type RuleContext } from './rule-context.ts';

/** Each level of a policy tells somebody or does something, and what it raises is heard. */
export function* levels(context: RuleContext): Iterable<Problem> {
  yield* unreached(context);
  const heard = eventsHeard(context);
  for (const policy of context.drawing.policies) {
    for (const [i, { to, actions = [] }] of policy.levels.entries()) {
      const name = `Level ${i + 1} of policy ${quoted(policy.name)}`;
      if (to.length === 0 && actions.length === 0) {
        const message = `${name} tells nobody and does nothing. Add somebody to tell, or an action.`;
        yield problem('level-does-nothing', inPolicy(policy, `levels.${i}`), message);
      }
      for (const [a, action] of actions.entries()) {
        if (action.kind !== 'raise' || heard.has(action.event)) continue;
        const place = inPolicy(policy, `levels.${i}.actions.${a}.event`);
        const message = `${name} raises ${quoted(action.event)}, which nothing waits for. Let a wait, an exit, a rail or a clock follow it.`;
        yield problem('event-unheard', place, message);
      }
    }
  }
}

/** A task for a role has no assignee and no department until somebody claims it; told once for each task. */
function* unreached(context: RuleContext): Iterable<Problem> {
  const policies = new Map(context.drawing.policies.map((policy) => [policy.id, policy]));
  for (const { home, step } of eachStep(context)) {
    if (step.kind !== 'task' || !step.due || step.assign.kind !== 'role') continue;
    // The managers are told whenever nobody else is, so a task of theirs is never without somebody who is told.
    if (step.assign.role === 'manager') continue;
    const policy = policies.get(step.policy ?? '');
    const at = policy?.levels.findIndex(({ to }) => to.length > 0 && to.every(isOfAssignee)) ?? -1;
    if (!policy || at < 0) continue;
    const message = `Level ${at + 1} of policy ${quoted(policy.name)} reaches nobody as long as nobody has claimed ${quoted(step.name)}, which waits for anybody of a role. Tell the owner or the managers as well.`;
    yield problem('level-reaches-nobody', inStep(home, step, 'policy'), message);
  }
}

function isOfAssignee({ kind }: Recipient): boolean {
  return kind === 'assignee' || kind === 'departmentLead';
}

/** Events that a wait, an exit, a rail or a clock follows. */
function eventsHeard(context: RuleContext): Set<string> {
  const heard = new Set<string>();
  for (const { step } of eachStep(context)) {
    if (step.kind === 'wait' && step.for.kind === 'event') heard.add(step.for.event);
  }
  for (const { exits } of context.drawing.stages) {
    for (const { mode, event } of exits) if (mode === 'event' && event) heard.add(event);
  }
  for (const event of triggering(context.drawing)) heard.add(event);
  return heard;
}

function* triggering({ rails = [], clocks = [] }: Drawing): Iterable<string> {
  for (const { trigger } of rails) {
    if (trigger.on === 'event') yield trigger.event;
    if (trigger.on === 'silence') yield* trigger.events;
  }
  for (const clock of clocks) {
    for (const moment of clockMoments) {
      const trigger = clock[moment];
      if (trigger?.on === 'event') yield trigger.event;
    }
  }
}
