import type { Drawing } from '../../drawing/drawing.ts';
import type { Rail } from '../../drawing/rail.ts';
import type { Stage } from '../../drawing/stage.ts';
import type { PatchOperation, Problem } from './problem.ts';

type Path = PatchOperation['path'];

/** Where a problem stands, from the root of the drawing: `['stages', 1, 'steps', 0, 'due']`. */
export function problemPath(drawing: Drawing, problem: Problem): Path {
  return [...elementPath(drawing, problem), ...fieldKeys(problem.fieldPath)];
}

function elementPath(drawing: Drawing, problem: Problem): Path {
  const { stages, fields, policies, rails = [], clocks = [] } = drawing;
  const { elementKind, elementId, stage: stageId } = problem;
  if (elementKind === 'process') return [];
  if (elementKind === 'field') return ['fields', ...placeIn(fields, elementId)];
  if (elementKind === 'policy') return ['policies', ...placeIn(policies, elementId)];
  if (elementKind === 'clock') return ['clocks', ...placeIn(clocks, elementId)];
  const [railAt = -1] = placeIn(rails, stageId ?? elementId);
  const list = railAt >= 0 ? rails : stages;
  const [place = -1] = placeIn(list, stageId ?? elementId);
  const part = list[place];
  if (!part) return ['stages'];
  const ofPart: Path = [railAt >= 0 ? 'rails' : 'stages', place];
  if (elementKind === 'stage' || elementKind === 'rail') return ofPart;
  return [...ofPart, ...inPart(part, elementKind, elementId)];
}

function inPart(part: Stage | Rail, kind: 'step' | 'link' | 'exit', id: string): Path {
  if (kind === 'exit') return ['exits', ...placeIn('exits' in part ? part.exits : [], id)];
  const list = `${kind}s` as const;
  return [list, ...placeIn(part[list], id)];
}

/** The place of an element in its list; nothing when it is not there. */
function placeIn(list: readonly { id: string }[], id: string): number[] {
  const place = list.findIndex((each) => each.id === id);
  return place < 0 ? [] : [place];
}

/** The keys of a path within an element: `form.2.field` is `['form', 2, 'field']`. */
export function fieldKeys(fieldPath: string): Path {
  if (fieldPath === '') return [];
  return fieldPath.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
