import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Deal } from '../../world/testing/drive.ts';
import type { Fact } from '../contract/fact.ts';
import type { RunState } from '../state/run-state.ts';

/** What must be true of a run, told from its facts and its state alone, without the engine's code. */

type Visit = { stage: string; visit: number };

const settling: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'TaskCompleted',
  'StepSteppedOver',
  'StepSkipped',
  'StepKept',
  'StepCancelled',
  'WaitEnded',
  'MailSettled',
  'BranchTaken',
  'FieldsUpdated',
  'StepAssigned',
  'ApprovalEnded',
  'EachEnded',
  'WebhookSettled',
  'ProcessEnded',
  'ProcessRequested',
  'Scored',
  'StepCarried',
]);

/** Mandatory steps of the visit just left that no fact settles. */
export function unsettledAt(deal: Deal, left: Visit): string[] {
  const settled = settledIn(deal.facts, left);
  return stepsOf(deal, left.stage)
    .filter((s) => s.mandatory === true && s.kind !== 'notify' && s.kind !== 'leave')
    .map((s) => s.id)
    .filter((id) => !settled.has(id));
}

function settledIn(facts: Fact[], visit: Visit): Set<string> {
  const settled = new Set<string>();
  /** Steps whose end an incident put in doubt, by incident. */
  const doubted = new Map<string, string>();
  /** Carried steps that have come back, by the visit in which they began: they keep its number (E11). */
  const adopted = new Map<string, number>();
  for (const fact of factsOfVisit(facts, visit)) {
    if (fact.type === 'IncidentResolved') {
      const step = doubted.get(fact.incident);
      if (step !== undefined) settled.add(step);
    }
    if (fact.type === 'IncidentOpened' && fact.stage === visit.stage) {
      const { step = '', incident } = fact;
      if (settled.delete(step)) doubted.set(incident, step);
    }
    if (fact.type === 'StepAdopted' && fact.stage === visit.stage) {
      adopted.set(fact.step, fact.visit);
    }
    if (!isOf(fact, visit, adopted)) continue;
    if (settling.has(fact.type)) settled.add(fact.step);
    const goesOn = fact.type === 'AttemptEnded' && fact.next;
    if (fact.type === 'StepReset' || goesOn) settled.delete(fact.step);
  }
  return settled;
}

/** What happened from the entry of a stage until it was left. */
function factsOfVisit(facts: Fact[], { stage, visit }: Visit): Fact[] {
  const at = (type: 'StageEntered' | 'StageLeft') =>
    facts.findIndex((each) => each.type === type && each.stage === stage && each.visit === visit);
  return facts.slice(at('StageEntered'), at('StageLeft'));
}

function isOf(
  fact: Fact,
  { stage, visit }: Visit,
  adopted: ReadonlyMap<string, number>,
): fact is Fact & { step: string } {
  if (!('step' in fact) || !('visit' in fact) || !('stage' in fact)) return false;
  const begun = adopted.get(fact.step ?? '') ?? visit;
  return fact.stage === stage && fact.visit === begun;
}

/** Mails with redo `never` that were asked for again in a visit, though the first may have gone. */
export function mailsTwice(deal: Deal): string[] {
  const asked = new Set<string>();
  const twice: string[] = [];
  for (const fact of deal.facts) {
    if (!('step' in fact) || fact.step === undefined) continue;
    const step = stepsOf(deal, fact.stage).find(({ id }) => id === fact.step);
    if (step?.kind !== 'email' || step.redo !== 'never') continue;
    if (fact.type === 'IncidentOpened' || isNotSent(fact)) {
      for (const key of asked) if (key.startsWith(`${fact.stage}:${fact.step}:`)) asked.delete(key);
    }
    if (fact.type !== 'MailRequested') continue;
    const key = `${fact.stage}:${fact.step}:${fact.visit}`;
    if (asked.has(key)) twice.push(key);
    asked.add(key);
  }
  return twice;
}

function isNotSent(fact: Fact): boolean {
  return fact.type === 'MailSettled' && fact.result === 'notSent';
}

/** Steps of the current stage and of rails that are under way with a lock, and those that wait for it. */
export function lockState(deal: Deal, lock: string): { under: string[]; waiting: string[] } {
  const { definition, state } = deal;
  const none = { under: [], waiting: [] };
  if (state.status !== 'open') return none;
  const rails = (definition.rails ?? []).filter(({ id }) => state.sides?.[id]);
  const stages = definition.stages.filter(({ id }) => id === state.stage);
  const ids = [...rails, ...stages].flatMap(({ id: frame, steps }) => {
    const part = frame === state.stage ? state : state.sides?.[frame];
    return steps
      .filter((step) => step.lock === lock && step.kind !== 'leave')
      .map(({ id }) => ({ frame, id, at: part?.steps[id] }));
  });
  const stopped = (frame: string, id: string, at: 'when' | 'effect') =>
    state.incidents.some(
      (one) => one.at === at && one.step === id && (one.frame ?? state.stage) === frame,
    );
  const notBegun = (frame: string, id: string) =>
    stopped(frame, id, 'when') || (stopped(frame, id, 'effect') && isOffer(deal, frame, id));
  const named = (which: typeof ids) => which.map(({ frame, id }) => `${frame}:${id}`);
  const underWay = new Set(['open', 'running', 'waiting', 'incident']);
  return {
    under: named(
      ids.filter(
        ({ frame, id, at }) =>
          underWay.has(at?.status ?? '') && !(at?.status === 'incident' && notBegun(frame, id)),
      ),
    ),
    waiting: named(ids.filter(({ at }) => at?.status === 'pending' && at.locked)),
  };
}

/** Whether a step of a frame was offered in this round, and neither asked for nor opened since. */
function isOffer({ facts, state }: Deal, frame: string, id: string): boolean {
  const { steps } = frame === state.stage ? state : state.sides![frame]!;
  const { round, visit = state.visits[frame] } = steps[id]!;
  const last = facts.findLast(
    (fact) =>
      (fact.type === 'TaskOffered' ||
        fact.type === 'TaskRequested' ||
        fact.type === 'TaskOpened') &&
      [fact.stage, fact.step, fact.visit, fact.round].join() === [frame, id, visit, round].join(),
  );
  return last?.type === 'TaskOffered';
}

/** Whether the turn of a step of the stage has come, and waits until the deal goes on. */
function isPutOff({ frozen, stage }: RunState, id: string): boolean {
  return (frozen?.queued ?? []).some(({ frame, step }) => frame === stage && step === id);
}

/** Pending steps that nothing is waited for: the engine should have begun or skipped them. */
export function forgottenIn({ definition, state }: Deal): string[] {
  const stage = definition.stages.find(({ id }) => id === state.stage);
  if (!stage || state.status !== 'open') return [];
  return stage.steps.flatMap(({ id, join }) => {
    const step = state.steps[id];
    if (step?.status !== 'pending' || step.locked || isPutOff(state, id)) return [];
    const links = stage.links.filter((link) => link.to === id && link.rework === undefined);
    const count = (as: 'live' | undefined) =>
      links.filter((link) => state.links[link.id] === as).length;
    const [live, open] = [count('live'), count(undefined)];
    const need = join?.need ?? 1;
    const waits = join ? live < need && live + open >= need : open > 0;
    return links.length > 0 && waits ? [] : [id];
  });
}

function stepsOf(deal: Deal, stage: string): StepDefinition[] {
  return deal.definition.stages.find(({ id }) => id === stage)?.steps ?? [];
}
