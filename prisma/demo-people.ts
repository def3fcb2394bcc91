/** One password for every demo login; `npm start` prints them. */
const password = 'sunny-roof-2026';

interface Demo {
  name: string;
  email: string;
  role: 'admin' | 'ops' | 'manager' | 'sales' | 'member';
  departments: string[];
}

const people: Demo[] = [
  { name: 'Ewa Zawadzka', email: 'ewa.zawadzka@promyk.example', role: 'ops', departments: [] },
  {
    name: 'Marek Nowicki',
    email: 'marek.nowicki@promyk.example',
    role: 'sales',
    departments: ['sales'],
  },
  {
    name: 'Paweł Wójcik',
    email: 'pawel.wojcik@promyk.example',
    role: 'member',
    departments: ['technical'],
  },
  {
    name: 'Katarzyna Dąbrowska',
    email: 'katarzyna.dabrowska@promyk.example',
    role: 'member',
    departments: ['analysis'],
  },
  {
    name: 'Magdalena Król',
    email: 'magdalena.krol@promyk.example',
    role: 'manager',
    departments: ['sales'],
  },
  { name: 'Adam Lis', email: 'adam.lis@promyk.example', role: 'admin', departments: [] },
  {
    name: 'Anna Sikora',
    email: 'anna.sikora@promyk.example',
    role: 'sales',
    departments: ['sales'],
  },
  {
    name: 'Krzysztof Piątek',
    email: 'krzysztof.piatek@promyk.example',
    role: 'sales',
    departments: ['sales'],
  },
  {
    name: 'Tomasz Zieliński',
    email: 'tomasz.zielinski@promyk.example',
    role: 'member',
    departments: ['analysis'],
  },
  {
    name: 'Jan Sowa',
    email: 'jan.sowa@promyk.example',
    role: 'member',
    departments: ['technical'],
  },
  {
    name: 'Olga Pietrzak',
    email: 'olga.pietrzak@promyk.example',
    role: 'member',
    departments: ['design'],
  },
  {
    name: 'Beata Kowal',
    email: 'beata.kowal@promyk.example',
    role: 'member',
    departments: ['office'],
  },
  { name: 'Rafał Maj', email: 'rafal.maj@promyk.example', role: 'member', departments: ['office'] },
  {
    name: 'Natalia Wrona',
    email: 'natalia.wrona@promyk.example',
    role: 'member',
    departments: ['design', 'analysis'],
  },
  {
    name: 'Iwona Kurek',
    email: 'iwona.kurek@promyk.example',
    role: 'member',
    departments: ['support'],
  },
  {
    name: 'Piotr Baran',
    email: 'piotr.baran@promyk.example',
    role: 'member',
    departments: ['solutions', 'it'],
  },
  {
    name: 'Zofia Mazur',
    email: 'zofia.mazur@promyk.example',
    role: 'member',
    departments: ['implementation', 'support'],
  },
];

/** Who can sign in to the demo company. */
export const demoPeople = people.map((person) => ({ ...person, password }));
export type DemoPerson = (typeof demoPeople)[number];
