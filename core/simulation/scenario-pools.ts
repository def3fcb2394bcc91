import { chooseFromPool } from '../assignment/choose.ts';
import { poolAskOf } from '../assignment/pool-ask.ts';
import type { Absences, Member } from '../assignment/pool.ts';
import { own } from '../run/state/own.ts';
import type { World } from '../world/world.ts';
import type { ScenarioWorld } from './scenario-world-schema.ts';

/**
 * The pools of a scenario: each gives its tasks in turn, or to whoever got the fewest so far. A
 * department that is not described has its lead alone.
 */
export function scenarioPools({ departments = {}, absent = {} }: ScenarioWorld): World['assignee'] {
  const absences: Absences = new Map(
    Object.entries(absent).map(([person, substitute]) => [person, { substitute }]),
  );
  const pointers = new Map<string, string>();
  const given = new Map<string, number>();
  return (ask) => {
    const key = ask.assign.kind === 'department' ? ask.assign.department : '';
    const described = own(departments, key);
    const people = described?.members ?? [described?.lead ?? `${key}-lead`];
    const members = people.map((person) => memberOf(person, given.get(person) ?? 0));
    const pool = { members, absences, pointer: pointers.get(key) ?? null, before: null };
    const chosen = chooseFromPool(pool, poolAskOf(ask));
    if (chosen.pointer !== undefined) pointers.set(key, chosen.pointer);
    if (chosen.person !== null) given.set(chosen.person, (given.get(chosen.person) ?? 0) + 1);
    return chosen;
  };
}

/** People of a scenario can do everything and have time. */
function memberOf(person: string, openEffort: number): Member {
  const ample = { tags: [], capacity: 1, hasRoom: true, worksBeforeDue: true };
  return { person, openEffort, lastAssignedAt: null, ...ample };
}
