import type { Condition } from '../condition/condition.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Criterion, Exit, Link, Stage } from '../drawing/stage.ts';
import { canonicalJson } from './canonical-json.ts';
import { compileStep } from './compile-step.ts';
import type { ConditionChecker } from './condition-checker.ts';
import {
  engine,
  type CriterionDefinition,
  type ExitDefinition,
  type LinkDefinition,
  type ProcessDefinition,
  type StageDefinition,
} from './definition.ts';
import { sha256 } from './sha256.ts';
import { stageGraph } from './stage-graph.ts';
import { watchedFields } from './watched-fields.ts';

/** Compiles without looking for errors first; the checker throws on a condition that has one. */
export function assemble(
  drawing: Drawing,
  process: string,
  checker: ConditionChecker,
): ProcessDefinition {
  const content: Omit<ProcessDefinition, 'checksum'> = {
    engine,
    process,
    calendar: drawing.calendar,
    watched: watchedFields(drawing, checker),
    policies: Object.fromEntries(drawing.policies.map(({ id, levels }) => [id, levels])),
    stages: drawing.stages.map((stage, index) => compileStage(stage, index, checker)),
    reasons: {
      won: drawing.outcomes.won.reasons.map((reason) => reason.id),
      lost: drawing.outcomes.lost.reasons.map((reason) => reason.id),
    },
  };
  return { ...content, checksum: sha256(canonicalJson(content)) };
}

function compileStage(stage: Stage, index: number, checker: ConditionChecker): StageDefinition {
  const truth = (text: string): Condition => checker.compile(text, 'boolean');
  const criterion = ({ id, when }: Criterion): CriterionDefinition => ({ id, when: truth(when) });
  return {
    id: stage.id,
    ...(stage.deadline && { deadline: compileDeadline(stage.deadline) }),
    ...(stage.policy && { policy: stage.policy }),
    entry: stage.entry.map(criterion),
    criteria: stage.criteria.map(criterion),
    steps: stageGraph(stage, index).order.map((step) => compileStep(step, checker)),
    links: stage.links.map((link) => compileLink(link, truth)),
    exits: stage.exits.map((exit) => compileExit(exit, truth)),
  };
}

function compileDeadline(
  deadline: NonNullable<Stage['deadline']>,
): NonNullable<StageDefinition['deadline']> {
  return {
    ...(deadline.after && { after: deadline.after }),
    ...(deadline.field && { field: deadline.field }),
  };
}

function compileLink(link: Link, truth: (text: string) => Condition): LinkDefinition {
  const { id, from, to, ports, when } = link;
  return { id, from, to, ports, ...(when && { when: truth(when) }) };
}

function compileExit(exit: Exit, truth: (text: string) => Condition): ExitDefinition {
  return {
    id: exit.id,
    mode: exit.mode,
    to: exit.to,
    ...(exit.when && { when: truth(exit.when) }),
    ...(exit.mode === 'event' && exit.event && { event: exit.event }),
    ...(exit.ungated && { ungated: true as const }),
    ...(exit.reason && { reason: exit.reason }),
  };
}
