import type { StepKind } from './drawn-kinds.ts';

/** What the rules and the engine ask about a kind with a yes or no. */
export interface StepTraits {
  /** The engine does its work by itself, in an instant: it lets no exit go again after going back (E12). */
  automatic: boolean;
  /** Others notice at once and nobody can take it back: what it sends depends on its inputs as it begins. */
  reachesOutside: boolean;
  /** It may hold its stage while it is mandatory (E2). */
  canBlock: boolean;
  /** It gives people tasks. */
  isWork: boolean;
  /** Its card shows the ports on a line of their own, where there is a choice. */
  showsPorts: boolean;
}

const none: StepTraits = {
  automatic: false,
  reachesOutside: false,
  canBlock: true,
  isWork: false,
  showsPorts: false,
};
const work = { ...none, isWork: true };
const automatic = { ...none, automatic: true };

/** The traits of each kind. */
export const stepTraits: Record<StepKind, StepTraits> = {
  task: { ...work, showsPorts: true },
  approval: work,
  each: work,
  email: { ...none, reachesOutside: true },
  wait: { ...none, showsPorts: true },
  branch: automatic,
  update: automatic,
  assign: automatic,
  notify: { ...automatic, canBlock: false },
  webhook: { ...none, reachesOutside: true, showsPorts: true },
  score: automatic,
  process: { ...none, reachesOutside: true, showsPorts: true },
  leave: { ...automatic, canBlock: false },
  note: { ...automatic, canBlock: false },
};
