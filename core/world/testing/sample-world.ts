import type { Calendar, Interval } from '../../time/calendar.ts';
import type { World } from '../answer.ts';

const office: Interval[] = [{ from: '09:00', to: '17:00' }];
const never: Interval[] = [];

function week(day: Interval[], weekend: Interval[]): Calendar['week'] {
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: weekend, sun: weekend };
}

function calendar(zone: string, days: Calendar['week']): Calendar {
  return { zone, week: days, exceptions: [], revision: 1 };
}

const always = calendar(
  'UTC',
  week([{ from: '00:00', to: '24:00' }], [{ from: '00:00', to: '24:00' }]),
);
const warsaw = calendar('Europe/Warsaw', week(office, never));
const closed = calendar('UTC', week(never, never));

/** Departments: `technical` works in Warsaw and is led by `lead`; `closed` never works, without lead. */
export const sampleWorld: World = {
  calendar({ department }) {
    if (department === 'technical') return warsaw;
    return department === 'closed' ? closed : always;
  },
  departmentLead: (department) => (department === 'technical' ? 'lead' : null),
};
