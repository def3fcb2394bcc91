import type { AssignmentReason } from '../run/contract/assignment-reason.ts';
import type { Member, Pool, PoolAsk } from './pool.ts';
import { standInFor } from './stand-in.ts';

/** A member who could be chosen, and who would do the work for them. */
export interface Candidate {
  member: Member;
  person: string;
}

type Nobody = NonNullable<AssignmentReason['nobody']>;

/** Whom a pool could give a task to, by id; with nobody, why: what the last ones left failed on. */
export interface Candidates {
  found: Candidate[];
  nobody?: Nobody;
}

/**
 * Narrows a pool down: who has the tags, is there or has a stand-in, works before the due and has
 * room. Nobody gets what they may not have, nor on behalf of one who may not.
 */
export function candidatesOf(pool: Pool, ask: PoolAsk): Candidates {
  const { members, absences } = pool;
  let left: Candidate[] = [...members]
    .sort((a, b) => compareIds(a.person, b.person))
    .map((member) => ({ member, person: member.person }));
  const narrow = (keep: (candidate: Candidate) => boolean, nobody: Nobody) => {
    const before = left.length;
    left = left.filter(keep);
    return left.length === 0 && (before > 0 || nobody === 'no-match') ? nobody : undefined;
  };
  const mayHave = ({ member }: Candidate) =>
    ask.needs.every((tag) => member.tags.includes(tag)) && !ask.notBy.includes(member.person);
  const steps: (() => Nobody | undefined)[] = [
    () => narrow(mayHave, 'no-match'),
    () => {
      left = left.flatMap(({ member }) => present(member, pool));
      return left.length === 0 ? 'all-away' : undefined;
    },
    () => narrow(({ person }) => !ask.notBy.includes(person), 'no-match'),
    () => narrow((one) => worksBeforeDue(one, members), 'no-time-before-due'),
    () => narrow((one) => hasCapacity(asMember(one, members)), 'at-capacity'),
  ];
  for (const step of steps) {
    const nobody = step();
    if (nobody) return { found: [], nobody };
  }
  return { found: left.filter((one) => isFirstChoice(one, left, absences)) };
}

function present(member: Member, { absences }: Pool): Candidate[] {
  const person = standInFor(member.person, absences);
  return person === null ? [] : [{ member, person }];
}

/** The stand-in's own limits count, where they are of the pool. */
function asMember({ member, person }: Candidate, members: readonly Member[]): Member {
  return members.find((each) => each.person === person) ?? member;
}

/** Of a stand-in from elsewhere nothing is known. */
function worksBeforeDue({ person }: Candidate, members: readonly Member[]): boolean {
  return members.find((each) => each.person === person)?.worksBeforeDue ?? true;
}

function hasCapacity({ hasRoom, capacity }: Member): boolean {
  return hasRoom && capacity > 0;
}

/** Whoever stands in for another is a candidate once, as themselves if they are of the pool. */
function isFirstChoice(one: Candidate, all: Candidate[], absences: Pool['absences']): boolean {
  const same = all.filter(({ person }) => person === one.person);
  const itself = same.find(({ member }) => !absences.has(member.person));
  return one === (itself ?? same[0]);
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
