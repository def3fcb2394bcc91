import { stepTraits } from '../../step-kinds/step-traits.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Step } from '../../drawing/step.ts';
import type { Home } from '../flow/stage-graph.ts';

/** A step that starts with its stage or rail in one drawing and waited for others in the one before. */
export interface NowStarting {
  home: Home;
  kind: 'stage' | 'rail';
  step: Step;
  /** Names of the steps that it waited for. */
  waitedFor: string[];
}

interface Placed {
  home: Home;
  kind: 'stage' | 'rail';
}

const homesOf = ({ stages, rails = [] }: Drawing): Placed[] => [
  ...stages.map((home) => ({ home, kind: 'stage' as const })),
  ...rails.map((home) => ({ home, kind: 'rail' as const })),
];

/** Names of the steps that a step waits for. */
function sourcesOf({ steps, links }: Home, id: string): string[] {
  const sources = new Set(
    links.filter((link) => link.to === id && !link.rework).map((link) => link.from),
  );
  return steps.filter((step) => sources.has(step.id)).map(({ name }) => name);
}

/**
 * The steps of `to` that start with their stage and did not in `from`: what they waited for is gone, or
 * their links are. A step that is new waits for nothing that anybody knows.
 */
export function nowStarting(from: Drawing, to: Drawing): NowStarting[] {
  const before = new Map(homesOf(from).map(({ home }) => [home.id, home]));
  return homesOf(to).flatMap(({ home, kind }) => {
    const old = before.get(home.id);
    if (!old) return [];
    return home.steps.flatMap((step) => {
      const waitedFor = sourcesOf(old, step.id);
      const starts = waitedFor.length > 0 && sourcesOf(home, step.id).length === 0;
      return starts ? [{ home, kind, step, waitedFor }] : [];
    });
  });
}

/** True for a step that others notice at once and that nobody can take back. */
export function reachesOutside({ kind }: Step): boolean {
  return stepTraits[kind].reachesOutside;
}

/** A step that whoever publishes must confirm, and why. */
export interface ToConfirm {
  /** Such as `send.mail`. */
  step: string;
  sentence: string;
}

/** Those of the steps that start now which others notice at once. */
export function toConfirm(starting: readonly NowStarting[]): ToConfirm[] {
  return starting
    .filter(({ step }) => reachesOutside(step))
    .map((one) => ({ step: referenceOf(one), sentence: sentenceOf(one) }));
}

/** Names such a step in an answer of the api and in what a person confirms. */
export function referenceOf({ home, step }: NowStarting): string {
  return `${home.id}.${step.id}`;
}

/** “Send by e-mail” starts with “Send the offer” at once; until now it waited for “Price the system”. */
export function sentenceOf({ home, step, waitedFor }: NowStarting): string {
  const names = waitedFor.map((name) => `“${name}”`).join(' and ');
  return `“${step.name}” starts as soon as “${home.name}” does; in the published version it waits for ${names}.`;
}
