import type { Value } from '../../condition/condition.ts';
import type { ProcessStepDefinition } from '../../definition/compiling/step-definition.ts';
import type { EventOf, StepRef } from '../../run/contract/event.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { noteFields } from '../../run/fields/field-revisions.ts';
import { changeFields, writeFields } from '../../run/fields/fields.ts';
import { fitAll, misfit } from '../../run/fields/fitting.ts';
import {
  chainCode,
  endChain,
  isChainSpent,
  nextGeneration,
} from '../../run/ways-out/generation.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { endStep } from '../../run/steps/links.ts';
import { definedStep, placeOf, stepStateOf } from '../../run/state/occurrence.ts';
import { own } from '../../run/state/own.ts';
import {
  definitionOf,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  within,
  type Turn,
} from '../../run/state/turn.ts';

/** Asks for another process to be started: the step ends when it has started, or waits for its end. */
export function beginProcess(turn: Turn, step: ProcessStepDefinition): void {
  const { id, process, fields, wait } = step;
  if (isChainSpent(turn.state)) {
    return stopAtIncident(turn, id, 'work', { code: chainCode, operands: [] });
  }
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'process', id),
    kind: 'startProcess',
    step: refOf(turn, id),
    process,
    fields,
    waits: wait !== undefined,
    ...nextGeneration(turn.state),
  });
  turn.facts.push({ type: 'ProcessRequested', ...refOf(turn, id), process });
  if (!wait) return;
  turn.effects.push({
    key: stepEffectKey(turn, 'timer', id),
    kind: 'startTimer',
    wait: refOf(turn, id),
    from: turn.now,
    duration: wait.timeout,
    calendar: { calendar: turn.definition.calendar },
  });
}

/**
 * The other process has begun, as this deal; recorded also when the step has been left (E18). A step that
 * does not wait for its end is done.
 */
export function processStarted(turn: Turn, { step: ref, deal }: EventOf<'processStarted'>): void {
  const place = placeOf(turn.definition, turn.state, ref);
  if (!isProcess(turn, ref) || place === 'ahead') return;
  turn.facts.push({ type: 'ProcessStarted', ...ref, deal });
  if (place === 'now') within(turn, ref.stage, () => noteStart(turn, ref.step, deal));
}

function noteStart(turn: Turn, id: string, deal: string): void {
  setStep(turn, id, { deal });
  const step = definitionOf(turn, id);
  if (step?.kind !== 'process' || step.wait || stepOf(turn, id).status !== 'running') return;
  endStep(turn, id, 'started', true);
}

/** The other process has ended: its results are taken over. Too late, it moves nothing. */
export function processEnded(turn: Turn, event: EventOf<'processEnded'>): void {
  const { step: ref, deal, outcome } = event;
  const place = placeOf(turn.definition, turn.state, ref);
  if (!isProcess(turn, ref) || place === 'ahead') return;
  const fact = { type: 'ProcessEnded', ...ref, deal, outcome } as const;
  if (place !== 'now' || !isAwaited(turn, ref, deal)) {
    turn.facts.push({ ...fact, late: true });
    return;
  }
  turn.facts.push(fact);
  within(turn, ref.stage, () => takeEnd(turn, event));
}

function takeEnd(turn: Turn, event: EventOf<'processEnded'>): void {
  const { step: id } = event.step;
  const step = definitionOf(turn, id);
  if (step?.kind !== 'process') return;
  setStep(turn, id, { deal: event.deal });
  if (!event.automatic) endChain(turn);
  const port = event.outcome === 'lost' ? 'lost' : 'finished';
  const refused = takeResults(turn, step, event);
  if (refused.length === 0) return endStep(turn, id, port, true);
  setStep(turn, id, { port, done: true });
  stopAtIncident(turn, id, 'result', { code: 'bad-value', operands: refused });
}

/**
 * Results that are set are written to the fields of this deal; the others stay as they are. Answers
 * those that do not fit their fields (E29), which are not written.
 */
function takeResults(
  turn: Turn,
  { id, wait }: ProcessStepDefinition,
  { values: given, isSet, misfits = [] }: EventOf<'processEnded'>,
): Operands {
  const values: Record<string, Value> = {};
  const refused: Operands = misfits.map(misfit);
  for (const { to } of wait?.results ?? []) {
    const value = own(given, to) ?? null;
    const fitted =
      value === null ? undefined : fitAll(turn.definition, { [to]: { value, operands: [] } });
    if (fitted?.ok) values[to] = fitted.results[to]!.value;
    else if (fitted) refused.push(...fitted.operands);
    else if (own(isSet, to)) changeFields(turn, { values: {}, isSet: { [to]: true } });
  }
  noteFields(
    turn.state,
    (wait?.results ?? []).map(({ to }) => to),
  );
  if (Object.keys(values).length > 0) writeFields(turn, id, 'results', values);
  return refused;
}

function isProcess({ definition }: Turn, ref: StepRef): boolean {
  return definedStep(definition, ref)?.kind === 'process';
}

function isAwaited({ state }: Turn, ref: StepRef, deal: string): boolean {
  const at = stepStateOf(state, ref);
  return at.status === 'running' && (at.deal === undefined || at.deal === deal);
}
