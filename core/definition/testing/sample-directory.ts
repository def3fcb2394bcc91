import type { Directory } from '../directory.ts';

/** The organisation that tests validate against: departments with people and a calendar. */
export function sampleDirectory(): Directory {
  const department = (key: string, name: string, members: number) => ({
    key,
    name,
    members,
    lead: `lead-${key}`,
    calendar: 'pl-office',
  });
  return {
    departments: [
      department('sales', 'Sales', 4),
      department('technical', 'Technicians', 3),
      department('analysis', 'Business analysis', 7),
      department('design', 'Designers', 2),
      department('office', 'Back office', 2),
      department('support', 'Customer support', 2),
      department('solutions', 'Solution engineering', 1),
      department('it', 'IT security', 1),
      department('implementation', 'Implementation', 1),
    ],
    people: [
      { id: 'ana', name: 'Ana Nowak', active: true },
      { id: 'jan', name: 'Jan Wrona', active: false },
    ],
    calendars: [
      { key: 'pl-office', workingTime: true },
      { key: 'closed', workingTime: false },
    ],
  };
}
