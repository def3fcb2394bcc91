import { drawnKindOf } from '../../step-kinds/drawn-kinds.ts';
import type { Timing } from '../../drawing/timing.ts';
import type { Trigger } from '../../drawing/trigger.ts';
import { inClock, inStage, inStep, type Place } from '../problems/report.ts';
import { eachStep, quoted, type RuleContext } from '../rules/rule-context.ts';
import type { FieldSet } from '../flow/field-set.ts';

/** A timing and where it stands. */
export interface TimingPlace {
  timing: Timing;
  place: Place;
  /** Subject of a sentence about it. */
  name: string;
  /** Fields that are surely set when the time begins. */
  set: FieldSet;
}

/** Every timing of a drawing: deadlines of stages, due times and waits of steps, clocks of the process. */
export function* timingsOf(context: RuleContext): Iterable<TimingPlace> {
  const { sure, graphs } = context;
  for (const graph of graphs) {
    const { stage } = graph;
    if (!stage.deadline?.after) continue;
    const place = inStage(stage, 'deadline.after');
    const set = sure.within.get(graph)!.entered;
    yield {
      timing: stage.deadline.after,
      place,
      set,
      name: `The deadline of ${quoted(stage.name)}`,
    };
  }
  for (const { graph, home, step } of eachStep(context)) {
    const set = sure.within.get(graph)!.before.get(step.id) ?? -1n;
    for (const { timing, fieldPath, as } of drawnKindOf(step).times(step)) {
      if (as !== 'due' && as !== 'wait') continue;
      yield { timing, place: inStep(home, step, fieldPath), set, name: quoted(step.name) };
    }
  }
  for (const clock of context.drawing.clocks ?? []) {
    const set = setAtTrigger(context, clock.start);
    const name = `Clock ${quoted(clock.name)}`;
    yield { timing: clock.target, place: inClock(clock, 'target'), set, name };
  }
}

function setAtTrigger({ sure, graphs, stageAt }: RuleContext, trigger: Trigger): FieldSet {
  if (trigger.on !== 'stage' && trigger.on !== 'step') return sure.always;
  const graph = graphs[stageAt.get(trigger.stage) ?? -1];
  return graph ? sure.within.get(graph)!.entered : sure.always;
}
