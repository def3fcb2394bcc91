import type { AssignmentReason } from '#core/run/contract/assignment-reason.ts';
import type { PauseReason } from '#core/drawing/pause-reasons.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { roleName } from '../../contract/role-names.ts';
import { assigneeOf } from '../../describe/assignee.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';
import { quoted, sentence, stepName } from './sentence.ts';

export type TaskFact = FactOf<
  | 'TaskOpened'
  | 'TaskOffered'
  | 'TaskAssigned'
  | 'TaskWaits'
  | 'TaskGoesOn'
  | 'TaskRequested'
  | 'TaskCompleted'
  | 'TaskCancelled'
  | 'StepAssigned'
>;

/** Whom a step is drawn for, as the reason why a task went there. */
function assignedBecause(
  { drawing, departmentOf }: SentenceContext,
  { stage, step, item }: TaskFact,
): string | null {
  const assign = assigneeOf(drawnStep(drawing, stage, step), item);
  switch (assign?.kind) {
    case undefined:
      return null;
    case 'owner':
      return 'The process gives it to the owner of the deal.';
    case 'person':
      return 'The process names a person for it.';
    case 'role':
      return `The process gives it to the role “${roleName(assign.role)}”.`;
    case 'department':
      return `The process gives it to the queue of the department “${departmentOf(assign.department)}”.`;
  }
}

/** Why this person was found for a task, or nobody. */
function foundBecause(context: SentenceContext, { why }: FactOf<'TaskAssigned'>): string {
  if (why.nobody !== undefined) return nobodyWords[why.nobody];
  const found = strategyWords[why.strategy];
  const counted = `${found} of ${why.eligible} eligible ${why.eligible === 1 ? 'person' : 'people'}`;
  if (why.onBehalfOf === undefined) return `${counted}.`;
  return `${counted}, in place of ${context.nameOf(why.onBehalfOf)}, who is away.`;
}

const strategyWords: Record<AssignmentReason['strategy'], string> = {
  queue: 'One',
  roundRobin: 'Next in turn',
  leastLoaded: 'Least loaded',
  sticky: 'Did this for the same company before, one',
};
const nobodyWords: Record<NonNullable<AssignmentReason['nobody']>, string> = {
  'all-away': 'Everybody in the pool is away.',
  'at-capacity': 'Everybody in the pool has as many tasks as they may have.',
  'no-match': 'Nobody in the pool has the skill or territory that is asked for.',
  'no-time-before-due': 'Nobody in the pool has working time before it is due.',
};
const waitWords: Record<PauseReason, string> = {
  customer: 'waits for the customer',
  thirdParty: 'waits for a third party',
  internal: 'was sent back with a question',
};

const cancelWords: Record<string, string> = {
  stage_left: 'The deal left the stage.',
  lost: 'The deal was lost.',
};

/** Sentences about people's work. */
export function describeTask(context: SentenceContext, fact: TaskFact): Sentence {
  const name = stepName(context, fact);
  switch (fact.type) {
    case 'TaskOpened':
      return {
        kind: 'process',
        title: `“${name}” was opened`,
        reason: assignedBecause(context, fact),
      };
    case 'TaskOffered':
      return {
        kind: 'process',
        title: `“${name}” is offered`,
        reason: 'It is optional: the owner asks for it or leaves it.',
      };
    case 'TaskAssigned':
      return sentence(
        'decision',
        fact.person === null
          ? `“${name}” stays in the queue`
          : `“${name}” went to ${context.nameOf(fact.person)}`,
        foundBecause(context, fact),
      );
    case 'TaskWaits': {
      const who = fact.by === null ? '' : ` (${context.actor})`;
      return sentence(
        'people',
        `“${name}” ${waitWords[fact.why]}${who}`,
        quoted(context, fact.note),
      );
    }
    case 'TaskGoesOn':
      return sentence(
        'people',
        `${context.actor} went on with “${name}”`,
        quoted(context, fact.note),
      );
    case 'TaskRequested':
      return { kind: 'people', title: `${context.actor} asked for “${name}”`, reason: null };
    case 'TaskCompleted': {
      const drawn = drawnStep(context.drawing, fact.stage, fact.step);
      const outcomes = drawn?.kind === 'task' ? drawn.outcomes : [];
      const label = outcomes.find(({ id }) => id === fact.outcome)?.label ?? fact.outcome;
      return {
        kind: 'people',
        title: `${context.actor} completed “${name}”`,
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
