import type { Drawing } from '../drawing/drawing.ts';
import type { Stage } from '../drawing/stage.ts';
import type { PatchOperation, Problem } from './problem.ts';

type Path = PatchOperation['path'];

/** Where a problem stands, from the root of the drawing: `['stages', 1, 'steps', 0, 'due']`. */
export function problemPath(drawing: Drawing, problem: Problem): Path {
  return [...elementPath(drawing, problem), ...fieldKeys(problem.fieldPath)];
}

function elementPath({ stages, fields, policies }: Drawing, problem: Problem): Path {
  const { elementKind, elementId, stage: stageId } = problem;
  if (elementKind === 'process') return [];
  if (elementKind === 'field') return ['fields', ...placeIn(fields, elementId)];
  if (elementKind === 'policy') return ['policies', ...placeIn(policies, elementId)];
  const [place = -1] = placeIn(stages, stageId ?? elementId);
  const stage = stages[place];
  if (!stage) return ['stages'];
  const ofStage: Path = ['stages', place];
  return elementKind === 'stage'
    ? ofStage
    : [...ofStage, ...inStage(stage, elementKind, elementId)];
}

function inStage(stage: Stage, kind: 'step' | 'link' | 'exit', id: string): Path {
  const list = `${kind}s` as const;
  return [list, ...placeIn(stage[list], id)];
}

/** The place of an element in its list; nothing when it is not there. */
function placeIn(list: readonly { id: string }[], id: string): number[] {
  const place = list.findIndex((each) => each.id === id);
  return place < 0 ? [] : [place];
}

function fieldKeys(fieldPath: string): Path {
  if (fieldPath === '') return [];
  return fieldPath.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
