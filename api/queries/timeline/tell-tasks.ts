import { drawnStep } from '../versions.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';
import { stepName } from './sentence.ts';

export type TaskFact = FactOf<
  | 'TaskOpened'
  | 'TaskOffered'
  | 'TaskRequested'
  | 'TaskCompleted'
  | 'TaskCancelled'
  | 'StepAssigned'
>;

/** Whom a step is drawn for, as the reason why a task went there. */
function assignedBecause(
  { drawing, departmentOf }: Telling,
  { stage, step }: TaskFact,
): string | null {
  const drawn = drawnStep(drawing, stage, step);
  if (drawn?.kind !== 'task') return null;
  switch (drawn.assign.kind) {
    case 'owner':
      return 'The process gives it to the owner of the deal.';
    case 'person':
      return 'The process names a person for it.';
    case 'department':
      return `The process gives it to the queue of the department “${departmentOf(drawn.assign.department)}”.`;
  }
}

const cancelWords: Record<string, string> = {
  stage_left: 'The deal left the stage.',
  lost: 'The deal was lost.',
};

/** Sentences about people's work. */
export function tellTask(telling: Telling, fact: TaskFact): Sentence {
  const name = stepName(telling, fact);
  switch (fact.type) {
    case 'TaskOpened':
      return {
        kind: 'process',
        title: `“${name}” was opened`,
        reason: assignedBecause(telling, fact),
      };
    case 'TaskOffered':
      return {
        kind: 'process',
        title: `“${name}” is offered`,
        reason: 'It is optional: the owner asks for it or leaves it.',
      };
    case 'TaskRequested':
      return { kind: 'people', title: `${telling.actor} asked for “${name}”`, reason: null };
    case 'TaskCompleted': {
      const drawn = drawnStep(telling.drawing, fact.stage, fact.step);
      const outcomes = drawn?.kind === 'task' ? drawn.outcomes : [];
      const label = outcomes.find(({ id }) => id === fact.outcome)?.label ?? fact.outcome;
      return {
        kind: 'people',
        title: `${telling.actor} completed “${name}”`,
        reason: `Outcome: ${label}.`,
      };
    }
    case 'TaskCancelled':
      return {
        kind: 'process',
        title: `“${name}” was cancelled`,
        reason: cancelWords[fact.why] ?? `Because: ${fact.why}.`,
      };
    case 'StepAssigned':
      return { kind: 'decision', title: `“${name}” handed over the work`, reason: null };
  }
}
