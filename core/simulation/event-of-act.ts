import type { ProcessDefinition } from '../definition/definition.ts';
import { fieldChange } from '../definition/comparing/field-change.ts';
import type { StepDefinition } from '../definition/compiling/step-definition.ts';
import type { RunEvent, StepRef } from '../run/contract/event.ts';
import { stepStateOf } from '../run/state/occurrence.ts';
import { own } from '../run/state/own.ts';
import type { RunState } from '../run/state/run-state.ts';
import { stageIndex } from '../run/state/stage-index.ts';
import { attemptOf } from '../run/state/step-state.ts';
import { visitOf } from '../run/state/turn.ts';
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
  const found = entry.step === undefined ? undefined : findStep(definition, state, act.step ?? '');
  if (entry.step !== undefined && !found) return noSuchStep(definition, state, act);
  const step = found?.step;
  const event = {
    id,
    kind: act.act,
    ...(entry.machine ? {} : { by: act.by === undefined ? state.owner : act.by }),
    ...fieldsOf(definition, state, act, { entry, index, step }),
    ...(entry.visit ? { stage: state.stage, visit: visitOf(state) } : {}),
    ...(entry.step && found ? { [entry.step]: occurrence(state, found, act.item) } : {}),
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
  const given: Record<string, unknown> = Object.fromEntries(
    names.filter((name) => act[name] !== undefined).map((name) => [name, act[name]]),
  );
  // A person writes an instant, the run counts in epoch ms.
  if (typeof given.until === 'string') given.until = Date.parse(given.until);
  const change = names.includes('values') ? fieldChange(watched, act.values ?? {}) : {};
  return { ...given, ...neutralFields(names, act, { index, state, step }), ...change };
}

/** A step and the stage or rail that it belongs to. */
interface Found {
  frame: string;
  step: StepDefinition;
}

/** A step by its id, or as `rail.step` or `stage.step`: of the current stage, else of what runs beside it. */
function findStep(definition: ProcessDefinition, state: RunState, name: string): Found | undefined {
  const [within, id] = name.includes('.') ? name.split('.') : [undefined, name];
  const frames = [state.stage, ...Object.keys(state.sides ?? {})];
  for (const frame of frames) {
    const step = stageIndex(definition, frame)?.steps.get(id ?? '');
    if (step && (within === undefined || within === frame)) return { frame, step };
  }
  return undefined;
}

/** The current occurrence of a step; of a repeated task, its present attempt. */
function occurrence(state: RunState, { frame, step }: Found, item: unknown): StepRef {
  const at = stepStateOf(state, { stage: frame, step: step.id });
  const visit = at.visit ?? own(state.visits, frame) ?? 0;
  const ref = { stage: frame, step: step.id, visit, round: at.round };
  if (typeof item === 'string') return { ...ref, item };
  const attempt = step.kind === 'task' ? attemptOf(at) : undefined;
  return attempt === undefined ? ref : { ...ref, item: attempt };
}

function noSuchStep(definition: ProcessDefinition, { stage }: RunState, act: Act): Impossible {
  const known = [...(stageIndex(definition, stage)?.steps.keys() ?? [])].join(', ') || 'none';
  const message = `Stage “${stage}”, where the deal is, has no step “${act.step}”. It has ${known}.`;
  return { message };
}
