import type { Refusal } from '#core/run/contract/reply.ts';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import type { ProblemItem } from '../../problem/app-error.ts';

type Part = [path: string, value?: unknown];

/**
 * The part of a request that a refusal by the run is about, named as the contract names it; none where it is about
 * the state of the deal and not about what was sent.
 * @param stage where the deal is now
 */
export function refusedInput(event: PersonEvent, refusal: Refusal, stage: string): ProblemItem[] {
  const part = partOf(event, refusal.code, stage);
  if (!part) return [];
  const [path, value] = part;
  return [{ path, ...(value !== undefined && { value }), message: refusal.message }];
}

function partOf(event: PersonEvent, code: Refusal['code'], stage: string): Part | undefined {
  switch (code) {
    case 'unknown-exit':
      return event.kind === 'move' ? ['exit', event.exit] : undefined;
    case 'unknown-outcome':
      return choiceOf(event);
    case 'unknown':
      return unknownOf(event, stage);
    case 'stale':
      return occurrenceOf(event);
    default:
      return undefined;
  }
}

/** What the person chose. */
function choiceOf(event: PersonEvent): Part | undefined {
  switch (event.kind) {
    case 'complete':
      return ['outcome', event.outcome];
    case 'endWait':
      return ['port', event.port];
    case 'decide':
      return ['decision', event.decision];
    case 'pauseTask':
      return ['why', event.why];
    case 'resolveIncident':
      return ['choice', event.choice];
    default:
      return undefined;
  }
}

/** What there is not; of a move from the right stage it can only be a step to do again. */
function unknownOf(event: PersonEvent, stage: string): Part {
  switch (event.kind) {
    case 'move':
      return event.stage === stage ? ['redo'] : ['stage', event.stage];
    case 'arm':
      return ['stage', event.stage];
    case 'resolveIncident':
      return ['incident', event.incident];
    case 'endWait':
      return ['step', event.wait.step];
    case 'addItem':
      return ['step', event.each.step];
    default:
      return ['taskId'];
  }
}

/** What the person saw when they asked (E25). */
function occurrenceOf(event: PersonEvent): Part {
  switch (event.kind) {
    case 'move':
    case 'arm':
      return ['visit', event.visit];
    case 'acknowledge':
    case 'takeBackNote':
      return ['cycle', event.cycle];
    case 'endWait':
      return ['round', event.wait.round];
    case 'addItem':
      return ['round', event.each.round];
    default:
      return ['taskId'];
  }
}
