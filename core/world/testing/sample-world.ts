import type { Calendar, Interval } from '../../time/calendar.ts';
import { chooseFromPool } from '../../assignment/choose.ts';
import { poolAskOf, type AssigneeAsk } from '../../assignment/pool-ask.ts';
import type { Pool } from '../../assignment/pool.ts';
import type { CalendarSource } from '../../run/contract/effect.ts';
import type { Decider, World } from '../world.ts';

const office: Interval[] = [{ from: '09:00', to: '17:00' }];
const never: Interval[] = [];

function week(day: Interval[], weekend: Interval[]): Calendar['week'] {
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: weekend, sun: weekend };
}

function calendar(key: string, zone: string, days: Calendar['week']): Calendar & { key: string } {
  return { key, zone, week: days, exceptions: [], revision: 1 };
}

const always = calendar(
  'always',
  'UTC',
  week([{ from: '00:00', to: '24:00' }], [{ from: '00:00', to: '24:00' }]),
);
const warsaw = calendar('technical', 'Europe/Warsaw', week(office, never));
const closed = calendar('closed', 'UTC', week(never, never));

const pool: Pool = {
  members: ['tara', 'tess', 'tom'].map((person, at) => ({
    person,
    tags: person === 'tess' ? ['a', 'roof'] : ['roof'],
    openEffort: at,
    capacity: 8,
    hasRoom: true,
    worksBeforeDue: true,
    lastAssignedAt: null,
  })),
  absences: new Map([['tara', { substitute: 'tom' }]]),
  pointer: 'tara',
  before: 'tom',
};
const nobody: Pool = { ...pool, members: [] };

/**
 * Departments: `technical` works in Warsaw, is led by `lead` and has a pool of three (`tara` is away,
 * `tom` stands in); `closed` never works, and has neither lead nor pool. Of each role there are enough people.
 */
export const sampleWorld: World = {
  calendar({ department }) {
    if (department === 'technical') return warsaw;
    return department === 'closed' ? closed : always;
  },
  departmentLead: (department) => (department === 'technical' ? 'lead' : null),
  assignee: (ask) => {
    const isTechnical = ask.assign.kind === 'department' && ask.assign.department === 'technical';
    return chooseFromPool(isTechnical ? pool : nobody, poolAskOf(ask));
  },
  deciders: (to, notBy) => {
    if (to.kind === 'role') return Infinity;
    const { members } = to.department === 'technical' ? pool : nobody;
    return members.filter(({ person }) => !notBy.includes(person)).length;
  },
};

/** The sample world with a calendar of `technical` that gets new revisions. */
export class ChangingWorld implements World {
  departmentLead = (department: string): string | null => sampleWorld.departmentLead(department);
  assignee = (ask: AssigneeAsk): ReturnType<World['assignee']> => sampleWorld.assignee(ask);
  deciders = (to: Decider, notBy: string[]): number => sampleWorld.deciders(to, notBy);
  private technical = warsaw;

  calendar = (source: CalendarSource): Calendar & { key?: string } =>
    source.department === 'technical' ? this.technical : sampleWorld.calendar(source);

  /** From now on nobody works on these days. */
  free(...dates: string[]): void {
    const { revision } = this.technical;
    const exceptions = dates.map((date) => ({ date, intervals: never }));
    this.technical = { ...warsaw, exceptions, revision: revision + 1 };
  }
}
