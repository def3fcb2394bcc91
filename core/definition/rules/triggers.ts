import { clockMoments, type ProcessClock } from '../../drawing/process-clock.ts';
import type { Trigger } from '../../drawing/trigger.ts';
import { canonicalJson } from '../compiling/canonical-json.ts';
import type { Problem } from '../problems/problem.ts';
import { inClock, inRail, problem, type Place } from '../problems/report.ts';
import { quoted, type RuleContext } from './rule-context.ts';

/** What sets clocks and rails in motion exists; a clock runs between its start and its stop. */
export function* triggers(context: RuleContext): Iterable<Problem> {
  for (const { rail } of context.rails) {
    if (rail.trigger.on === 'silence') continue;
    yield* known(context, rail.trigger, inRail(rail, 'trigger'), `Rail ${quoted(rail.name)}`);
  }
  for (const clock of context.drawing.clocks ?? []) {
    const name = `Clock ${quoted(clock.name)}`;
    for (const moment of clockMoments) {
      yield* known(context, clock[moment], inClock(clock, moment), name);
    }
    yield* pairs(clock, name);
  }
}

function* pairs(clock: ProcessClock, name: string): Iterable<Problem> {
  const same = (a: Trigger, b: Trigger) => canonicalJson(a) === canonicalJson(b);
  if (same(clock.start, clock.stop)) {
    const message = `${name} stops by what starts it, so it would measure nothing. Choose another end.`;
    yield problem('clock-triggers-equal', inClock(clock, 'stop'), message);
  }
  if (clock.pause && clock.resume && same(clock.pause, clock.resume)) {
    const message = `${name} resumes by what pauses it, so it would never be paused. Choose another.`;
    yield problem('clock-triggers-equal', inClock(clock, 'resume'), message);
  }
  if (clock.pause && !clock.resume) {
    const message = `${name} pauses and never resumes. Say what resumes it.`;
    yield problem('clock-never-resumes', inClock(clock, 'resume'), message);
  }
}

function* known(
  { stageAt, homes }: RuleContext,
  trigger: Trigger | undefined,
  place: Place,
  name: string,
): Iterable<Problem> {
  if (trigger?.on === 'stage' && !stageAt.has(trigger.stage)) {
    const at = { ...place, fieldPath: `${place.fieldPath}.stage` };
    yield problem(
      'unknown-stage',
      at,
      `${name} looks at a stage that does not exist. Choose another.`,
    );
  }
  if (trigger?.on !== 'step') return;
  const home = homes.find((one) => one.home.id === trigger.stage);
  if (!home) {
    const at = { ...place, fieldPath: `${place.fieldPath}.stage` };
    yield problem(
      'unknown-stage',
      at,
      `${name} looks at a step of a stage that does not exist. Choose another.`,
    );
  } else if (!home.steps.has(trigger.step)) {
    const at = { ...place, fieldPath: `${place.fieldPath}.step` };
    const message = `${name} looks at a step that is not in ${quoted(home.home.name)}. Choose another step.`;
    yield problem('unknown-step', at, message);
  }
}
