import type { Directory } from '../directory/directory.ts';

/** The organisation that tests validate against: departments with people and a calendar, three processes. */
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
      { id: 'ana', name: 'Ana Nowak', active: true, role: 'manager', tags: ['polish', 'high'] },
      { id: 'eva', name: 'Eva Lis', active: true, role: 'ops', tags: ['low'] },
      { id: 'jan', name: 'Jan Wrona', active: false, role: 'admin', tags: [] },
    ],
    calendars: [
      { key: 'pl-office', workingTime: true },
      { key: 'closed', workingTime: false },
    ],
    processes: [
      {
        key: 'POST-01',
        name: 'After sale',
        live: true,
        stages: [{ id: 'thank', name: 'Thank the customer' }],
        fields: [
          { id: 'customerType', label: 'Customer type', type: 'choice', personal: false },
          { id: 'place', label: 'Place', type: 'text', personal: false },
          { id: 'amount', label: 'Amount', type: 'money', personal: false },
          { id: 'ready', label: 'Ready', type: 'boolean', personal: false },
        ],
      },
      {
        key: 'IN-01',
        name: 'Inbound',
        live: true,
        stages: [
          { id: 'study', name: 'Study the needs' },
          { id: 'sign', name: 'Sign the contract' },
        ],
        fields: [{ id: 'price', label: 'Price', type: 'money', personal: false }],
      },
      { key: 'NEW-01', name: 'Not yet published', live: false, stages: [], fields: [] },
    ],
  };
}
