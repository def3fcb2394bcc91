import type { ProcessClock } from '../../drawing/process-clock.ts';
import type { Rail } from '../../drawing/rail.ts';
import type { Trigger } from '../../drawing/trigger.ts';
import type { ConditionChecker } from './condition-checker.ts';
import { compileLink } from './compile-link.ts';
import { compileStep } from './compile-step.ts';
import { compileTiming } from './compile-timing.ts';
import type { ProcessClockDefinition, RailDefinition, TriggerDefinition } from '../definition.ts';
import type { StepScope } from './step-scope.ts';
import { stepGraph } from '../flow/stage-graph.ts';

export function compileTrigger(trigger: Trigger, checker: ConditionChecker): TriggerDefinition {
  if (trigger.on !== 'when') return trigger;
  return { on: 'when', when: checker.compile(trigger.when, 'boolean') };
}

const optional = ['pause', 'resume', 'reset', 'cancel'] as const;

export function compileClock(
  clock: ProcessClock,
  checker: ConditionChecker,
): ProcessClockDefinition {
  const { id, target, policy, start, stop } = clock;
  return {
    id,
    target: compileTiming(target, checker),
    ...(policy && { policy }),
    start: compileTrigger(start, checker),
    stop: compileTrigger(stop, checker),
    ...Object.fromEntries(
      optional.flatMap((name) => {
        const trigger = clock[name];
        return trigger ? [[name, compileTrigger(trigger, checker)]] : [];
      }),
    ),
  };
}

export function compileRail(rail: Rail, scope: StepScope): RailDefinition {
  const { id, from, to, trigger, again } = rail;
  const { checker } = scope;
  return {
    id,
    from,
    to,
    trigger: trigger.on === 'silence' ? trigger : compileTrigger(trigger, checker),
    ...(again && { again }),
    steps: stepGraph(rail).order.map((step) => compileStep(step, scope)),
    links: rail.links.map((link) => compileLink(link, checker)),
  };
}
