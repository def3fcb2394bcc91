import type { ProcessDefinition, StepDefinition } from '../definition/definition.ts';
import { fieldChange } from '../definition/field-change.ts';
import type { RunEvent, StepRef } from '../run/event.ts';
import { own } from '../run/own.ts';
import type { RunState } from '../run/run-state.ts';
import { stageIndex } from '../run/stage-index.ts';
import { actKinds, type ActEntry } from './act-kinds.ts';
import { neutralFields } from './neutral-fields.ts';
import type { Act } from './scenario.ts';

/** Why an act cannot become an event, and what could stand there instead. */
export interface Impossible {
  message: string;
}

/**
 * The event that an act stands for in the run's present state: the ids are made, the person is the
 * owner unless named, the step is its current occurrence. `pass` is a tick.
 * @param index number of the act, from 0
 */
export function eventOfAct(
  definition: ProcessDefinition,
  state: RunState,
  act: Act,
  index: number,
): RunEvent | Impossible {
  const id = `act:${index}`;
  if (act.act === 'pass') return { id, kind: 'tick' };
  const entry: ActEntry = actKinds[act.act];
  const steps = stageIndex(definition, state.stage)?.steps;
  const step = entry.step === undefined ? undefined : steps?.get(act.step ?? '');
  if (entry.step !== undefined && !step) return noSuchStep(state, act, [...(steps?.keys() ?? [])]);
  const event = {
    id,
    kind: act.act,
    ...(entry.machine ? {} : { by: act.by === undefined ? state.owner : act.by }),
    ...fieldsOf(definition, state, act, { entry, index, step }),
    ...(entry.visit ? { stage: state.stage, visit: own(state.visits, state.stage) ?? 0 } : {}),
    ...(entry.step && step ? { [entry.step]: occurrence(state, step.id) } : {}),
  };
  // The schema of acts is made from the same lines as this.
  return event as RunEvent;
}

function fieldsOf(
  { watched }: ProcessDefinition,
  state: RunState,
  act: Act,
  { entry, index, step }: { entry: ActEntry; index: number; step: StepDefinition | undefined },
): Record<string, unknown> {
  const names = Object.keys(entry.shape);
  const given = Object.fromEntries(
    names.filter((name) => act[name] !== undefined).map((name) => [name, act[name]]),
  );
  const change = names.includes('values') ? fieldChange(watched, act.values ?? {}) : {};
  return { ...given, ...neutralFields(names, act, { index, state, step }), ...change };
}

/** The current occurrence of a step of the current stage. */
function occurrence(state: RunState, step: string): StepRef {
  const { stage } = state;
  const round = own(state.steps, step)?.round ?? 1;
  return { stage, step, visit: own(state.visits, stage) ?? 0, round };
}

function noSuchStep({ stage }: RunState, act: Act, known: string[]): Impossible {
  const message = `Stage “${stage}”, where the deal is, has no step “${act.step}”. It has ${known.join(', ') || 'none'}.`;
  return { message };
}
