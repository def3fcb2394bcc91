import type { Calendar } from '#core/time/calendar.ts';

const workday = [{ from: '09:00', to: '17:00' }];

/** Public holidays of Poland; those on a Sunday too, for the year's list to be whole. */
const holidays: [date: string, name: string][] = [
  ['2026-01-01', 'New Year'],
  ['2026-01-06', 'Epiphany'],
  ['2026-04-05', 'Easter Sunday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-01', 'Labour Day'],
  ['2026-05-03', 'Constitution Day'],
  ['2026-05-24', 'Pentecost'],
  ['2026-06-04', 'Corpus Christi'],
  ['2026-08-15', 'Assumption Day'],
  ['2026-11-01', "All Saints' Day"],
  ['2026-11-11', 'Independence Day'],
  ['2026-12-24', 'Christmas Eve'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-26', 'Second Day of Christmas'],
  ['2027-01-01', 'New Year'],
  ['2027-01-06', 'Epiphany'],
  ['2027-03-28', 'Easter Sunday'],
  ['2027-03-29', 'Easter Monday'],
  ['2027-05-01', 'Labour Day'],
  ['2027-05-03', 'Constitution Day'],
  ['2027-05-16', 'Pentecost'],
  ['2027-05-27', 'Corpus Christi'],
  ['2027-08-15', 'Assumption Day'],
  ['2027-11-01', "All Saints' Day"],
  ['2027-11-11', 'Independence Day'],
  ['2027-12-24', 'Christmas Eve'],
  ['2027-12-25', 'Christmas Day'],
  ['2027-12-26', 'Second Day of Christmas'],
];

export const demoCalendar: Calendar & { key: string; name: string } = {
  key: 'pl-office',
  name: 'PL office',
  zone: 'Europe/Warsaw',
  week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  exceptions: holidays.map(([date, name]) => ({ date, intervals: [], name })),
  revision: 1,
};

/** Departments with the e-mail of who leads them. */
export const demoDepartments = [
  { key: 'technical', name: 'Technical', lead: 'pawel.wojcik@promyk.example' },
  { key: 'analysis', name: 'Business analysis', lead: 'katarzyna.dabrowska@promyk.example' },
  { key: 'office', name: 'Back office', lead: 'beata.kowal@promyk.example' },
  { key: 'design', name: 'Design', lead: 'olga.pietrzak@promyk.example' },
  { key: 'sales', name: 'Sales', lead: 'magdalena.krol@promyk.example' },
  { key: 'support', name: 'Customer support', lead: 'iwona.kurek@promyk.example' },
  { key: 'solutions', name: 'Solution engineering', lead: 'piotr.baran@promyk.example' },
  { key: 'it', name: 'IT security', lead: 'piotr.baran@promyk.example' },
  { key: 'implementation', name: 'Implementation', lead: 'zofia.mazur@promyk.example' },
];

/** Processes that are published at the start, with the file of their drawing. */
export const demoProcesses = [
  { key: 'PV-01', sample: 'photovoltaics.json' },
  { key: 'SAAS-01', sample: 'saas-trial.json' },
  { key: 'OUT-01', sample: 'outbound.json' },
  { key: 'IN-01', sample: 'inbound.json' },
  { key: 'POST-01', sample: 'after-sale.json' },
  { key: 'QQ-01', sample: 'quick-quote.json' },
];
