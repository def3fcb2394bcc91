import type { ApprovalDefinition } from '../../definition/compiling/step-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { Answers } from '../../run/contract/event.ts';
import { excludedFrom } from './approvers.ts';
import { closeIncident, frameOf, openIncident } from '../../run/incidents/incidents.ts';
import { setItem } from '../../run/work/items.ts';
import { effectKey } from '../../run/state/keys.ts';
import type { Incident } from '../../run/state/run-state.ts';
import { placeOf } from '../../run/state/occurrence.ts';
import {
  definitionOf,
  frameIds,
  nextSerial,
  refOf,
  setStep,
  stepOf,
  within,
  type Turn,
} from '../../run/state/turn.ts';

/** Code of the incident of an approval that cannot be given, because nobody may decide a part it needs (E3). */
export const noDecider = 'no-decider';

type DecidersAnswer = NonNullable<Answers['deciders']>[number];

const managers: Assignee = { kind: 'role', role: 'manager' };

/**
 * Looks whether an approval that is open can still be given: where too few parts may be decided by those they
 * are for, an incident beside it says so, and it is over once that has changed. Who is in a department or has a
 * role is asked of the world.
 */
export function lookForDeciders(turn: Turn, step: ApprovalDefinition): void {
  judge(turn, step);
  askWorld(turn, step);
}

/** People, departments or roles have changed: every approval that is open is looked at again. */
export function lookAgain(turn: Turn): void {
  for (const frame of frameIds(turn)) within(turn, frame, () => lookInFrame(turn));
}

function lookInFrame(turn: Turn): void {
  for (const approval of turn.frame.index?.approvals ?? []) {
    if (stepOf(turn, approval.id).status === 'open') lookForDeciders(turn, approval);
  }
}

/** The world says which parts nobody is there to decide. */
export function takeDeciders(turn: Turn, { approval, nobody }: DecidersAnswer): void {
  if (placeOf(turn.definition, turn.state, approval) !== 'now') return;
  within(turn, approval.stage, () => {
    const step = definitionOf(turn, approval.step);
    if (step?.kind !== 'approval' || stepOf(turn, step.id).status !== 'open') return;
    noteNobody(turn, step.id, nobody);
    judge(turn, step);
  });
}

function noteNobody(turn: Turn, step: string, nobody: string[]): void {
  if (nobody.length > 0 || stepOf(turn, step).nobody) setStep(turn, step, { nobody });
}

/** Asks how many people there are for the parts that are for a department or a role. */
function askWorld(turn: Turn, step: ApprovalDefinition): void {
  const { status, items = {} } = stepOf(turn, step.id);
  if (status !== 'open') return;
  const parts = Object.entries(items).flatMap(([item, { status: at, to }]) =>
    at === 'open' && (to?.kind === 'department' || to?.kind === 'role') ? [{ item, to }] : [],
  );
  if (parts.length === 0) return;
  const approval = refOf(turn, step.id);
  const key = `${effectKey('deciders', approval)}:${nextSerial(turn)}`;
  const notBy = [...barredFrom(turn, step)];
  turn.effects.push({ key, kind: 'askDeciders', approval, parts, notBy });
}

function judge(turn: Turn, step: ApprovalDefinition): void {
  const incident = incidentAt(turn, step.id);
  const isStuck = stuckParts(turn, step).length > 0;
  if (isStuck && !incident) openIncident(turn, { step: step.id, code: noDecider }, []);
  if (!isStuck && incident) closeIncident(turn, incident, { as: 'cleared', by: null });
}

/** A person has the parts that nobody may decide put to the managers; who is excluded stays so. */
export function askManagers(turn: Turn, id: string, by: string | null): void {
  const step = definitionOf(turn, id);
  if (step?.kind !== 'approval') return;
  for (const item of stuckParts(turn, step)) {
    const task = refOf(turn, id, item);
    setItem(turn, id, item, { status: 'open', to: managers });
    noteNobody(turn, id, []);
    turn.facts.push({ type: 'ManagersAsked', ...task, by });
    const key = `${effectKey('assign', task)}:${nextSerial(turn)}`;
    const { owner } = turn.state;
    turn.effects.push({ key, kind: 'assignTask', task, assign: managers, owner });
  }
  askWorld(turn, step);
}

/** Who may not decide a part any more: by what was done before, or because they have decided one. */
function barredFrom(turn: Turn, step: ApprovalDefinition): Set<string> {
  const barred = excludedFrom(turn.frame.index, turn.frame.part, step);
  for (const { by } of Object.values(stepOf(turn, step.id).items ?? {}))
    if (typeof by === 'string') barred.add(by);
  return barred;
}

/** Open parts that nobody may decide, where the approval cannot be given without them; else none. */
function stuckParts(turn: Turn, step: ApprovalDefinition): string[] {
  const { status, items = {}, nobody = [] } = stepOf(turn, step.id);
  if (status !== 'open') return [];
  const barred = barredFrom(turn, step);
  const stuck: string[] = [];
  for (const [item, { status: at, to }] of Object.entries(items)) {
    if (at === 'open' && nobody.includes(item)) stuck.push(item);
    const person = at === 'open' ? personOf(turn, to) : undefined;
    if (person === undefined) continue;
    if (barred.has(person)) stuck.push(item);
    barred.add(person);
  }
  const parts = Object.values(items);
  const need = step.need === 'all' ? parts.length : Math.min(step.need, parts.length);
  const possible = parts.filter(({ port, status: at }) => at === 'open' || port === 'approved');
  return possible.length - stuck.length < need ? stuck : [];
}

/** The one person a part is for; undefined where it may be one of several. */
function personOf({ state }: Turn, to: Assignee | undefined): string | undefined {
  if (to?.kind === 'person') return to.person;
  return to?.kind === 'owner' ? (state.owner ?? undefined) : undefined;
}

function incidentAt(turn: Turn, step: string): Incident | undefined {
  return turn.state.incidents.find(
    (each) =>
      each.code === noDecider && each.step === step && frameOf(turn, each) === turn.frame.id,
  );
}
