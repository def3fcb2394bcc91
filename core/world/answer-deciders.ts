import type { Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import type { Decider, World } from './world.ts';

type Ask = Extract<Effect, { kind: 'askDeciders' }>;

/** The parts that nobody is left to decide: each person of a department or role decides one part at most (E3). */
export function answerDeciders(
  answers: Answers,
  { approval, parts, notBy }: Ask,
  world: World,
): void {
  const left = new Map<string, number>();
  const nobody = parts.flatMap(({ item, to }) => {
    const people = left.get(nameOf(to)) ?? world.deciders(to, notBy);
    left.set(nameOf(to), people - 1);
    return people > 0 ? [] : [item];
  });
  (answers.deciders ??= []).push({ approval, nobody });
}

function nameOf(to: Decider): string {
  return to.kind === 'role' ? `role:${to.role}` : `department:${to.department}`;
}
