import type { Drawing } from '../../drawing/drawing.ts';
import type { Criterion, Exit, Stage } from '../../drawing/stage.ts';
import type { FollowUp } from '../../drawing/drawing.ts';
import { canRedo } from './can-redo.ts';
import { canonicalJson } from './canonical-json.ts';
import { compileLink } from './compile-link.ts';
import { compileStep } from './compile-step.ts';
import { compileTiming } from './compile-timing.ts';
import { compileClock, compileRail } from './compile-trigger.ts';
import type { ConditionChecker } from './condition-checker.ts';
import {
  engine,
  type CriterionDefinition,
  type ExitDefinition,
  type FollowUpDefinition,
  type PolicyLevel,
  type ProcessDefinition,
  type StageDefinition,
} from '../definition.ts';
import { sha256 } from './sha256.ts';
import { stageGraph } from '../flow/stage-graph.ts';
import type { StepScope } from './step-scope.ts';
import { watchedFields } from './watched-fields.ts';
import { writtenFits } from './written-fits.ts';

/** Compiles without looking for errors first; the checker throws on a condition that has one. */
export function assemble(
  drawing: Drawing,
  process: string,
  checker: ConditionChecker,
): ProcessDefinition {
  const content = contentOf(drawing, process, checker);
  return { ...content, checksum: sha256(canonicalJson(content)) };
}

/** All of a definition but its checksum, which takes as long as the rest. */
export function contentOf(
  drawing: Drawing,
  process: string,
  checker: ConditionChecker,
): Omit<ProcessDefinition, 'checksum'> {
  const watched = watchedFields(drawing, checker);
  const scope: StepScope = {
    checker,
    isWatched: (field) => Object.hasOwn(watched, field),
    canRedo: canRedo(drawing),
  };
  const { rails = [], clocks = [], outcomes } = drawing;
  return {
    engine,
    process,
    ...(drawing.kind === 'service' && { kind: 'service' as const }),
    calendar: drawing.calendar,
    watched,
    ...writtenFits(drawing),
    policies: Object.fromEntries(
      drawing.policies.map(({ id, levels }) => [id, levels as PolicyLevel[]]),
    ),
    stages: drawing.stages.map((stage, index) => compileStage(stage, index, scope)),
    ...(rails.length > 0 && { rails: rails.map((rail) => compileRail(rail, scope)) }),
    ...(clocks.length > 0 && { clocks: clocks.map((clock) => compileClock(clock, checker)) }),
    reasons: {
      won: outcomes.won.reasons.map((reason) => reason.id),
      lost: outcomes.lost.reasons.map((reason) => reason.id),
    },
    ...followUps(drawing, checker),
  };
}

function followUps(
  { outcomes }: Drawing,
  checker: ConditionChecker,
): Pick<ProcessDefinition, 'then'> {
  const { won, lost } = outcomes;
  const compiled = (list: FollowUp[] = []) => list.map((one) => compileFollowUp(one, checker));
  const then = { won: compiled(won.then), lost: compiled(lost.then) };
  return then.won.length + then.lost.length > 0 ? { then } : {};
}

function compileFollowUp(followUp: FollowUp, checker: ConditionChecker): FollowUpDefinition {
  const { id, process, fields, after, when } = followUp;
  return {
    id,
    process,
    fields,
    ...(after && { after }),
    ...(when && { when: checker.compile(when, 'boolean') }),
  };
}

function compileStage(stage: Stage, index: number, scope: StepScope): StageDefinition {
  const { checker } = scope;
  const criterion = ({ id, when }: Criterion): CriterionDefinition => ({
    id,
    when: checker.compile(when, 'boolean'),
  });
  return {
    id: stage.id,
    ...(stage.deadline && { deadline: compileDeadline(stage.deadline, checker) }),
    ...(stage.policy && { policy: stage.policy }),
    entry: stage.entry.map(criterion),
    criteria: stage.criteria.map(criterion),
    steps: stageGraph(stage, index).order.map((step) => compileStep(step, scope)),
    links: stage.links.map((link) => compileLink(link, checker)),
    exits: stage.exits.map((exit) => compileExit(exit, checker)),
  };
}

function compileDeadline(
  { after, field, combine }: NonNullable<Stage['deadline']>,
  checker: ConditionChecker,
): NonNullable<StageDefinition['deadline']> {
  return {
    ...(after && { after: compileTiming(after, checker) }),
    ...(field && { field }),
    ...(combine === 'agreed' && { agreed: true as const }),
  };
}

function compileExit(exit: Exit, checker: ConditionChecker): ExitDefinition {
  const { id, mode, to, when, event, ungated, reason, redo = [], max, continueIn } = exit;
  return {
    id,
    mode,
    to,
    ...(when && { when: checker.compile(when, 'boolean') }),
    ...(mode === 'event' && event && { event }),
    ...(ungated && { ungated: true as const }),
    ...(reason && { reason }),
    ...(redo.length > 0 && { redo }),
    ...(max !== undefined && { max }),
    ...(continueIn && { continueIn: continuation(continueIn) }),
  };
}

function continuation({ process, stage }: NonNullable<Exit['continueIn']>) {
  return stage === undefined ? { process } : { process, stage };
}
