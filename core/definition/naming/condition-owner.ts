import type { ConditionPlace } from './conditions-of.ts';
import {
  exitName,
  followUpName,
  quoted,
  stepName,
  type RuleContext,
} from '../rules/rule-context.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

/** The stage or rail that an expression stands in; undefined for what belongs to the process. */
export function homeOf({ graphs, rails }: RuleContext, { path }: ConditionPlace) {
  const [list, at] = path;
  if (list === 'stages') return graphs[Number(at)];
  return list === 'rails' ? rails[Number(at)] : undefined;
}

/** How a sentence names the element that an expression belongs to. */
export function conditionOwner(context: RuleContext, place: ConditionPlace): string {
  const home = homeOf(context, place);
  if (!home) return ofProcess(context, place);
  const at = Number(place.path[3]);
  switch (place.elementKind) {
    case 'step':
      return quoted(home.home.steps[at]!.name);
    case 'link':
      return linkName(home, at);
    case 'exit':
      return exitName(context, context.graphs[Number(place.path[1])]!.stage.exits[at]!);
    case 'rail':
      return `Rail ${quoted(home.home.name)}`;
    default:
      return ofStage(context, place);
  }
}

function linkName(graph: HomeGraph, at: number): string {
  const { from, to } = graph.home.links[at]!;
  return `The link from ${stepName(graph, from)} to ${stepName(graph, to)}`;
}

function ofStage({ graphs }: RuleContext, { path, fieldPath }: ConditionPlace): string {
  const { stage } = graphs[Number(path[1])]!;
  const [side, at] = fieldPath.split('.');
  if (side === 'entry' || side === 'criteria') return quoted(stage[side][Number(at)]!.label);
  return `The deadline of ${quoted(stage.name)}`;
}

function ofProcess({ drawing }: RuleContext, { path }: ConditionPlace): string {
  if (path[0] === 'clocks') return `Clock ${quoted(drawing.clocks![Number(path[1])]!.name)}`;
  const end = path[1] === 'won' ? 'won' : 'lost';
  return followUpName(drawing.outcomes[end].then![Number(path[3])]!);
}
