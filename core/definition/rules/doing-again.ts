import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { eachStep, quoted, type RuleContext, type StepPlace } from './rule-context.ts';
import { inputsOf } from '../naming/step-fields.ts';

/** What is carried along (E11), done again (E12), kept apart by a lock, or given up on the way. */
export function* doingAgain(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    yield* carried(context, at);
    yield* redone(at);
    yield* givenUp(at);
  }
  yield* locks(context);
}

function* carried(
  { stageAt, drawing }: RuleContext,
  { graph, home, step }: StepPlace,
): Iterable<Problem> {
  if (!('carry' in step) || !step.carry) return;
  const name = quoted(step.name);
  if (graph.outgoing.has(step.id)) {
    const message = `${name} goes along when the stage is left, but steps of the stage wait for it. Remove those links, or do not carry it.`;
    yield problem('carried-with-successors', inStep(home, step, 'carry'), message);
  }
  const { until } = step.carry;
  if (until === undefined) return;
  const place = inStep(home, step, 'carry.until');
  const at = stageAt.get(until);
  if (at === undefined) {
    const message = `${name} is carried until a stage that does not exist. Choose another.`;
    yield problem('unknown-stage', place, message);
  } else if (graph.kind === 'rail' || at <= graph.path[1]) {
    const message = `${name} is carried until ${quoted(drawing.stages[at]!.name)}, which does not come later. Choose a later stage.`;
    yield problem('carry-not-later', place, message);
  }
}

function* redone({ home, step, path }: StepPlace): Iterable<Problem> {
  if (step.redo !== 'ifInputsChanged' || inputsOf(step).length > 0) return;
  const message = `${quoted(step.name)} is done again when its inputs have changed, but it names none. Name the fields that it depends on.`;
  yield problem('redo-without-inputs', inStep(home, step, 'inputs'), message, {
    label: 'Never do it again',
    patch: [{ op: 'replace', path: [...path, 'redo'], value: 'never' }],
  });
}

function* givenUp({ home, step, path }: StepPlace): Iterable<Problem> {
  if (!step.onlyWhile) return;
  if (!stepTraits[step.kind].automatic && !(step.kind === 'process' && !step.wait)) return;
  const message = `${quoted(step.name)} is done in an instant, so it is never given up. Make “only while” its condition.`;
  yield problem('only-while-instant', inStep(home, step, 'onlyWhile'), message, {
    label: 'Remove it',
    patch: [{ op: 'remove', path: [...path, 'onlyWhile'] }],
  });
}

/** A lock keeps two steps apart; one that leaves holds it until the gate lets it, and the gate waits for the other. */
function* locks(context: RuleContext): Iterable<Problem> {
  const byLock = new Map<string, StepPlace[]>();
  for (const at of eachStep(context)) {
    if (!at.step.lock) continue;
    const known = byLock.get(at.step.lock);
    if (known) known.push(at);
    else byLock.set(at.step.lock, [at]);
  }
  for (const [lock, places] of byLock) {
    const { home, step } = places[0]!;
    if (places.length === 1) {
      const message = `${quoted(step.name)} is the only step with the lock ${quoted(lock)}. Give it to another step too, or remove it.`;
      yield problem('lock-once', inStep(home, step, 'lock'), message);
      continue;
    }
    for (const place of places.filter((one) => one.step.kind === 'leave')) {
      const message = `${quoted(place.step.name)} leaves the stage and shares the lock ${quoted(lock)}, so it and the others would wait for each other. Remove its lock.`;
      yield problem('leave-holds-lock', inStep(place.home, place.step, 'lock'), message, {
        label: 'Remove its lock',
        patch: [{ op: 'remove', path: [...place.path, 'lock'] }],
      });
    }
  }
}
