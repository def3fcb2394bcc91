import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '#core/definition/problems/problem.ts';
import { selectionKey, type Selection } from './selection.ts';

export interface ProblemState {
  /** As `validate` orders them: errors first, then by stage. */
  problems: readonly Problem[];
  /** By selection key of the element that opens when the problem is clicked. */
  byElement: ReadonlyMap<string, readonly Problem[]>;
  /** There has been an error since the process was opened. */
  seen: boolean;
}

export type ProblemStore = StoreApi<ProblemState>;

/** The element of the drawing that a problem is about, as far as it can be selected. */
export function selectionOf(problem: Problem): Selection {
  const { elementKind, elementId, stage, fieldPath } = problem;
  if (elementKind === 'stage') return { kind: 'stage', stage: elementId };
  if (elementKind === 'rail') return { kind: 'rail', stage: elementId };
  if (elementKind === 'step' || elementKind === 'link' || elementKind === 'exit') {
    return { kind: elementKind, stage: stage ?? '', id: elementId };
  }
  const end = /^outcomes\.(won|lost)\b/.exec(fieldPath)?.[1];
  return end === 'won' || end === 'lost' ? { kind: 'end', end } : { kind: 'process' };
}

/** Path of the input in the panel that opens for a problem. */
export function panelPath(problem: Problem): string {
  const { elementKind, elementId, fieldPath } = problem;
  if (elementKind === 'field') return `fields.${elementId}.${fieldPath}`;
  if (elementKind === 'policy') return `policies.${elementId}.${fieldPath}`;
  if (elementKind === 'clock') return `clocks.${elementId}.${fieldPath}`;
  return fieldPath;
}

function group(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = selectionKey(selectionOf(problem));
    const known = groups.get(key);
    if (known) known.push(problem);
    else groups.set(key, [problem]);
  }
  return groups;
}

/** Problems of the drawing, apart from it: marks on cards read here and nothing is drawn anew. */
export function createProblemStore(): ProblemStore {
  return createStore<ProblemState>()(() => ({
    problems: [],
    byElement: new Map(),
    seen: false,
  }));
}

export function putProblems(store: ProblemStore, problems: readonly Problem[]): void {
  const seen = store.getState().seen || problems.some((one) => one.severity === 'error');
  store.setState({ problems, byElement: group(problems), seen });
}

export interface ProblemCount {
  errors: number;
  warnings: number;
}

export function countProblems(problems: readonly Problem[]): ProblemCount {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}
