import type { Value } from '#core/condition/condition.ts';

export interface DemoDeal {
  process: 'PV-01' | 'QQ-01';
  title: string;
  contact: { name: string; email: string; phone?: string; company?: string };
  value: number;
  source: string;
  /** E-mail of the salesperson. */
  owner: string;
  fields: Record<string, Value>;
}

const marek = 'marek.nowicki@promyk.example';
const anna = 'anna.sikora@promyk.example';
const krzysztof = 'krzysztof.piatek@promyk.example';

function house(place: string, systemSize: number, annualUse: number, phone?: string) {
  return { customerType: 'b2c', place, systemSize, annualUse, ...(phone && { phone }) };
}

function company(place: string, systemSize: number, annualUse: number) {
  return { customerType: 'b2b', place, systemSize, annualUse };
}

/** Deals under way in the demo company; `value` in whole PLN. */
export const demoDeals: DemoDeal[] = [
  {
    process: 'PV-01',
    title: 'House roof, 9.8 kWp',
    contact: {
      name: 'Barbara Kowalczyk',
      email: 'b.kowalczyk@poczta.example',
      phone: '+48 600 100 201',
    },
    value: 46_800,
    source: 'Web form',
    owner: marek,
    fields: house('Wieliczka', 9.8, 7900, '+48 600 100 201'),
  },
  {
    process: 'PV-01',
    title: 'Housing estate, 120 kWp',
    contact: {
      name: 'Stanisław Bury',
      email: 's.bury@noweosiedle.example',
      company: 'Spółdzielnia Mieszkaniowa „Nowe Osiedle Tysiąclecia” w Katowicach',
    },
    value: 486_000,
    source: 'Fair or event',
    owner: anna,
    fields: company('Katowice', 120, 98_000),
  },
  {
    process: 'PV-01',
    title: 'Depot roof, 64 kWp',
    contact: {
      name: 'Henryk Gajda',
      email: 'biuro@gajda.example',
      company: 'Transport Gajda sp. z o.o.',
    },
    value: 212_000,
    source: 'Phone',
    owner: marek,
    fields: company('Opole', 64, 52_000),
  },
  {
    process: 'PV-01',
    title: 'Bakery, 28 kWp',
    contact: { name: 'Zofia Ziarno', email: 'zofia@ziarno.example', company: 'Piekarnia Ziarno' },
    value: 124_500,
    source: 'Referral',
    owner: krzysztof,
    fields: company('Nowy Targ', 28, 31_000),
  },
  {
    process: 'PV-01',
    title: 'Clinic, 22 kWp',
    contact: {
      name: 'Dorota Medyńska',
      email: 'd.medynska@medyk.example',
      company: 'Przychodnia Medyk',
    },
    value: 96_300,
    source: 'Web form',
    owner: anna,
    fields: company('Rzeszów', 22, 19_500),
  },
  {
    process: 'PV-01',
    title: 'House roof, 9.9 kWp',
    contact: {
      name: 'Jolanta Wiśniewska',
      email: 'jp.wisniewscy@poczta.example',
      phone: '+48 600 100 206',
    },
    value: 48_200,
    source: 'Referral',
    owner: krzysztof,
    fields: house('Bochnia', 9.9, 8100, '+48 600 100 206'),
  },
  {
    process: 'PV-01',
    title: 'Farm, 36 kWp',
    contact: {
      name: 'Andrzej Wilk',
      email: 'a.wilk@wilk.example',
      company: 'Gospodarstwo Rolne Wilk',
    },
    value: 168_000,
    source: 'Paid campaign',
    owner: marek,
    fields: company('Miechów', 36, 40_500),
  },
  {
    process: 'PV-01',
    title: 'House roof, 11 kWp',
    contact: { name: 'Ewelina Krajewska-Domańska', email: 'ewelina.kd@poczta.example' },
    value: 52_700,
    source: 'Web form',
    owner: anna,
    fields: house('Skawina', 11, 9200),
  },
  {
    process: 'QQ-01',
    title: 'Inverters for a service',
    contact: {
      name: 'Karol Bąk',
      email: 'karol@stolarskibak.example',
      company: 'Zakład Stolarski Bąk',
    },
    value: 74_000,
    source: 'Phone',
    owner: krzysztof,
    fields: { request: 'Six hybrid inverters, 10 kW, with delivery to Kalwaria.', quantity: 6 },
  },
  {
    process: 'QQ-01',
    title: 'Modules for a warehouse',
    contact: { name: 'Iwona Mrozik', email: 'iwona@mrozik.example', company: 'Hurtownia Mrozik' },
    value: 139_900,
    source: 'Existing customer',
    owner: marek,
    fields: { request: 'Seventy modules of 445 W, two pallets a week.', quantity: 70 },
  },
  {
    process: 'QQ-01',
    title: 'Storage for a confectioner',
    contact: { name: 'Teresa Malina', email: 'teresa@malina.example', company: 'Cukiernia Malina' },
    value: 63_800,
    source: 'Existing customer',
    owner: anna,
    fields: { request: 'A battery of 20 kWh that fits the system of 2024.' },
  },
  {
    process: 'QQ-01',
    title: 'Car chargers for a hotel',
    contact: {
      name: 'Adam Szczawnicki',
      email: 'recepcja@trzykorony.example',
      company: 'Hotel Trzy Korony',
    },
    value: 228_400,
    source: 'Web form',
    owner: krzysztof,
    fields: { request: 'Eight chargers of 22 kW with billing by room.', quantity: 8 },
  },
];
