import type { peopleCodes } from '../../problems/codes/people.ts';
import { task, type Breakage } from './example.ts';

export const peopleExamples: Record<keyof typeof peopleCodes, Breakage> = {
  'unknown-department': (d) =>
    (task(d, 'call').assign = { kind: 'department', department: 'moon' }),
  'pool-empty': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.members = 0),
  'need-uncovered': (_, directory) => (directory.people[1]!.tags = []),
  'department-without-calendar': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.calendar = null),
  'department-without-lead': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.lead = null),
  'owner-without-department': (_, directory) => {
    for (const one of directory.departments) one.owners = 0;
  },
  'unknown-person': (d) => (task(d, 'extra').assign = { kind: 'person', person: 'zoe' }),
  'person-inactive': (d) => (task(d, 'extra').assign = { kind: 'person', person: 'jan' }),
};
