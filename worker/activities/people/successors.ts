import type { Assignee } from '#core/drawing/people.ts';
import { standIns } from './stand-ins.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/** For each person who has left: who gets their new work; `null`: nobody is found, the managers get it. */
export type Successors = ReadonlyMap<string, string | null>;

/** Whose work it would be as drawn; null for a queue. */
export function personOf(assign: Assignee, owner: string | null): string | null {
  if (assign.kind === 'person') return assign.person;
  return assign.kind === 'owner' ? owner : null;
}

/**
 * Who gets a task whose person has left; undefined when they are here. Who may not decide an approval does not get it:
 * then it is the managers', as if nobody were found.
 */
export function successorOf(
  successors: Successors,
  { assign, owner, ...rest }: { assign: Assignee; owner: string | null; notBy?: string[] },
): string | null | undefined {
  const found = successors.get(personOf(assign, owner) ?? '');
  return typeof found === 'string' && rest.notBy?.includes(found) ? null : found;
}

/**
 * Who gets the tasks of this batch that are for people who have left (E30): whoever stands in for them, else the
 * lead of a department of theirs. Empty when everybody is here.
 */
export async function successorsOf(turn: Turn): Promise<Successors> {
  const effects = effectsOf(turn, 'openTask', 'assignTask', 'requestTask');
  const wanted = effects.flatMap(({ assign, owner }) => personOf(assign, owner) ?? []);
  if (wanted.length === 0) return new Map();
  const left = await turn.tx.person.findMany({
    where: { id: { in: wanted }, active: false },
    select: { id: true },
  });
  const ids = left.map(({ id }) => id);
  const found = ids.length === 0 ? new Map() : await standIns(turn.tx, ids, turn.at);
  return new Map(ids.map((id) => [id, found.get(id) === id ? null : (found.get(id) ?? null)]));
}
