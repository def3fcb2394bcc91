import type { Drawing } from '../drawing/drawing.ts';
import { isEndTarget } from '../drawing/drawing.ts';
import type { Field } from '../drawing/field.ts';
import type { Stage } from '../drawing/stage.ts';
import type { Step } from '../drawing/step.ts';
import { conditionChecker } from './condition-checker.ts';
import type { ConditionPlace } from './conditions-of.ts';
import type { PatchOperation, Problem } from './problem.ts';
import { stageGraph, type StageGraph } from './stage-graph.ts';
import { sureFields, type IndexedDrawing, type SureFields } from './sure-fields.ts';

/** A drawing with the indexes that rules share; built once, so each rule stays linear. */
export interface RuleContext extends IndexedDrawing {
  fields: Map<string, Field>;
  policies: Set<string>;
  /** By place of the stage (E7). */
  sure: SureFields[];
}

/** Finds one family of problems. */
export type Rule = (context: RuleContext) => Iterable<Problem>;

export function ruleContext(drawing: Drawing): RuleContext {
  const stageAt = new Map<string, number>();
  drawing.stages.forEach((stage, index) => {
    if (!stageAt.has(stage.id)) stageAt.set(stage.id, index);
  });
  const indexed = {
    drawing,
    checker: conditionChecker(drawing.fields),
    graphs: drawing.stages.map(stageGraph),
    stageAt,
    bits: new Map(drawing.fields.map(({ id }, at) => [id, 1n << BigInt(at)])),
  };
  return {
    ...indexed,
    fields: new Map(drawing.fields.map((field) => [field.id, field])),
    policies: new Set(drawing.policies.map((policy) => policy.id)),
    sure: sureFields(indexed),
  };
}

/** A step, its stage, and its path from the drawing's root. */
export interface StepPlace {
  graph: StageGraph;
  stage: Stage;
  step: Step;
  path: PatchOperation['path'];
}

export function* eachStep({ graphs }: RuleContext): Iterable<StepPlace> {
  for (const graph of graphs) {
    for (const [at, step] of graph.stage.steps.entries()) {
      yield { graph, stage: graph.stage, step, path: ['stages', graph.index, 'steps', at] };
    }
  }
}

/** “Send the offer”, “Won”, or “Lost”. */
export function targetName({ drawing, stageAt }: RuleContext, target: string): string {
  if (isEndTarget(target)) return target === 'won' ? 'Won' : 'Lost';
  const stage = drawing.stages[stageAt.get(target) ?? -1];
  return stage ? quoted(stage.name) : quoted(target);
}

export function fieldName({ fields }: RuleContext, id: string): string {
  return quoted(fields.get(id)?.label ?? id);
}

/** How a sentence names the element that an expression belongs to. */
export function conditionOwner(context: RuleContext, place: ConditionPlace): string {
  const graph = context.graphs[Number(place.path[1])]!;
  switch (place.elementKind) {
    case 'step':
      return quoted(graph.steps.get(place.elementId)!.name);
    case 'link': {
      const link = graph.stage.links.find(({ id }) => id === place.elementId)!;
      return `The link from ${stepName(graph, link.from)} to ${stepName(graph, link.to)}`;
    }
    case 'exit':
      return exitName(
        context,
        graph.stage.exits.find(({ id }) => id === place.elementId)!,
      );
    default:
      return criterionName(graph.stage, place.fieldPath);
  }
}

export function exitName(context: RuleContext, exit: Stage['exits'][number]): string {
  return exit.name ? `Exit ${quoted(exit.name)}` : `The exit to ${targetName(context, exit.to)}`;
}

export function stepName(graph: StageGraph, id: string): string {
  return quoted(graph.steps.get(id)?.name ?? id);
}

function criterionName(stage: Stage, fieldPath: string): string {
  const [side, at] = fieldPath.split('.') as ['entry' | 'criteria', string];
  return quoted(stage[side][Number(at)]!.label);
}

export function quoted(name: string): string {
  return `“${name}”`;
}
