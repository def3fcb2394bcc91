import { continueTarget, isEndTarget, type Drawing, type FollowUp } from '../../drawing/drawing.ts';
import type { Field } from '../../drawing/field.ts';
import type { Stage } from '../../drawing/stage.ts';
import type { Step } from '../../drawing/step.ts';
import { conditionChecker } from '../compiling/condition-checker.ts';
import type { PatchOperation, Problem } from '../problems/problem.ts';
import {
  railGraph,
  stageGraph,
  type Home,
  type HomeGraph,
  type RailGraph,
} from '../flow/stage-graph.ts';
import type { IndexedDrawing } from '../flow/field-set.ts';
import { sureFields, type SureFields } from '../flow/sure-fields.ts';

/** A drawing with the indexes that rules share; built once, so each rule stays linear. */
export interface RuleContext extends IndexedDrawing {
  fields: Map<string, Field>;
  policies: Set<string>;
  rails: RailGraph[];
  /** What holds steps: the stages, then the rails. */
  homes: HomeGraph[];
  sure: SureFields;
}

/** Finds one family of problems. */
export type Rule = (context: RuleContext) => Iterable<Problem>;

export function ruleContext(drawing: Drawing): RuleContext {
  const stageAt = new Map<string, number>();
  drawing.stages.forEach((stage, index) => {
    if (!stageAt.has(stage.id)) stageAt.set(stage.id, index);
  });
  const graphs = drawing.stages.map(stageGraph);
  const rails = (drawing.rails ?? []).map(railGraph);
  const indexed = {
    drawing,
    checker: conditionChecker(drawing.fields),
    graphs,
    rails,
    stageAt,
    bits: new Map(drawing.fields.map(({ id }, at) => [id, 1n << BigInt(at)])),
  };
  return {
    ...indexed,
    homes: [...graphs, ...rails],
    fields: new Map(drawing.fields.map((field) => [field.id, field])),
    policies: new Set(drawing.policies.map((policy) => policy.id)),
    sure: sureFields(indexed),
  };
}

/** A step, the stage or rail that holds it, and its path from the drawing's root. */
export interface StepPlace {
  graph: HomeGraph;
  home: Home;
  step: Step;
  path: PatchOperation['path'];
}

export function* eachStep({ homes }: Pick<RuleContext, 'homes'>): Iterable<StepPlace> {
  for (const graph of homes) {
    const { home } = graph;
    for (const [at, step] of home.steps.entries()) {
      yield { graph, home, step, path: [...graph.path, 'steps', at] };
    }
  }
}

/** “Send the offer”, “Won”, “Finished” or “Lost”. */
export function targetName({ drawing, stageAt }: RuleContext, target: string): string {
  if (isEndTarget(target)) return endName(drawing, target);
  if (target === continueTarget) return 'another process';
  const stage = drawing.stages[stageAt.get(target) ?? -1];
  return stage ? quoted(stage.name) : quoted(target);
}

/** A service process is finished where a sales process is won. */
export function endName({ kind }: Drawing, end: 'won' | 'lost'): string {
  if (end === 'lost') return 'Lost';
  return kind === 'service' ? 'Finished' : 'Won';
}

export function fieldName({ fields }: RuleContext, id: string): string {
  return quoted(fields.get(id)?.label ?? id);
}

export function exitName(context: RuleContext, exit: Stage['exits'][number]): string {
  return exit.name ? `Exit ${quoted(exit.name)}` : `The exit to ${targetName(context, exit.to)}`;
}

/** A process that is started by an outcome. */
export function followUpName({ process }: Pick<FollowUp, 'process'>): string {
  return `The process ${quoted(process)} that follows`;
}

export function stepName(graph: HomeGraph, id: string): string {
  return quoted(graph.steps.get(id)?.name ?? id);
}

export function quoted(name: string): string {
  return `“${name}”`;
}
