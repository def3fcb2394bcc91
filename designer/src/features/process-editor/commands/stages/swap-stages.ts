import type { Drawing } from '#core/drawing/drawing.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import { newId } from '../new-id.ts';
import { redirectExit, type WayToEnd } from '../exits/redirect-exit.ts';

interface Pair {
  first: Stage;
  second: Stage;
  /** What comes behind both: a stage, or won. */
  behind: string;
}

const leading = ({ exits }: Stage, to: string): Exit[] => exits.filter((exit) => exit.to === to);

/** Ways from the second back to the first are ways from the first back to the second afterwards. */
function turnWaysBack({ first, second }: Pair): number {
  const back = leading(second, first.id);
  second.exits = second.exits.filter((exit) => exit.to !== first.id);
  const taken = new Set(first.exits.map(({ id }) => id));
  for (const exit of back) {
    first.exits.push({ ...exit, id: taken.has(exit.id) ? newId('exit') : exit.id, to: second.id });
  }
  return back.length;
}

/** How an exit leads, kept before the exit itself is led elsewhere. */
function wayOf(exit: Exit | undefined): WayToEnd | undefined {
  if (!exit) return undefined;
  const { mode, name, event, reason } = exit;
  return { mode, name, event, reason };
}

function redirectLeaves({ steps }: Stage, from: string, to: string) {
  for (const step of steps) if (step.kind === 'leave' && step.to === from) step.to = to;
}

/** Leads the exits of three places on: before → second → first → behind. Answers how many lead elsewhere. */
function rejoin(before: Stage | undefined, pair: Pair): number {
  const { first, second, behind } = pair;
  const into = before ? leading(before, first.id) : [];
  const between = leading(first, second.id);
  const out = leading(second, behind);
  const end = behind === 'won' ? wayOf(out[0]) : undefined;
  const turned = turnWaysBack(pair);
  for (const exit of into) redirectExit(exit, second.id);
  for (const exit of between) redirectExit(exit, behind, end);
  for (const exit of out) redirectExit(exit, first.id);
  if (before) redirectLeaves(before, first.id, second.id);
  redirectLeaves(second, behind, first.id);
  // A step that leaves to the stage that is now before it goes on; it never wins a deal by itself.
  if (behind !== 'won') redirectLeaves(first, second.id, behind);
  return into.length + between.length + out.length + turned;
}

/**
 * Changes the places of a stage and the next one, in place, with the exits that join them in, and with
 * their probabilities, which belong to the place. Answers how many exits lead elsewhere now.
 */
export function swapStages({ stages }: Drawing, at: number): number {
  const [first, second] = [stages[at], stages[at + 1]];
  if (!first || !second) return 0;
  const behind = stages[at + 2]?.id;
  const pair = { first, second, behind: wayBehind(second, behind) };
  const moved = rejoin(stages[at - 1], pair);
  [first.probability, second.probability] = [second.probability, first.probability];
  stages.splice(at, 2, second, first);
  return moved;
}

/** The next stage, or won where the stage leads there and not to the next. */
function wayBehind(stage: Stage, next: string | undefined): string {
  if (next === undefined) return 'won';
  return leading(stage, next).length === 0 && leading(stage, 'won').length > 0 ? 'won' : next;
}
