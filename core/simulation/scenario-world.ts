import type { ScenarioWorld } from './scenario-world-schema.ts';
import type { Calendar, Interval } from '../time/calendar.ts';
import { own } from '../run/state/own.ts';
import type { World } from '../world/world.ts';
import { scenarioPools } from './scenario-pools.ts';

const office: Interval[] = [{ from: '09:00', to: '17:00' }];

/** Monday to Friday, 9 to 17, in Warsaw: what a calendar is that the scenario does not describe. */
export const ordinaryCalendar: Calendar = {
  zone: 'Europe/Warsaw',
  week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
  exceptions: [],
  revision: 0,
};

/**
 * The world that answers a simulated run. A department that is not described works on the calendar
 * of the process and is led by `<key>-lead`; one that is described without a lead has none.
 */
export function scenarioWorld(given: ScenarioWorld = {}): World {
  const { calendars = {}, departments = {} } = given;
  const pools = scenarioPools(given);
  return {
    assignee: pools,
    calendar: ({ department, calendar }) => {
      const key = own(departments, department ?? '')?.calendar ?? calendar;
      return { ...(own(calendars, key) ?? ordinaryCalendar), key };
    },
    // Who has which role is not told, nor who is in a department that is not described: somebody may decide.
    deciders: (to, notBy) => {
      const members = to.kind === 'role' ? undefined : own(departments, to.department)?.members;
      return members?.filter((person) => !notBy.includes(person)).length ?? Infinity;
    },
    departmentLead: (department) => {
      const described = own(departments, department);
      return described ? (described.lead ?? null) : `${department}-lead`;
    },
  };
}
