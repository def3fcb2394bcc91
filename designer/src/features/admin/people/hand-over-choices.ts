import type { HandOver } from '#api/contract/admin.ts';
import { ownerRoles } from '#api/contract/primitives.ts';
import type { AdminDepartment, AdminPerson } from '../admin-data.ts';

type Choice = HandOver['tasks'];
type Options = { group: string; items: { value: string; label: string }[] }[];

export function ownsDeals({ role }: Pick<AdminPerson, 'role'>): boolean {
  return ownerRoles.includes(role);
}

/** A choice as the value of an option: its kind, and whom it names. */
export function writeChoice(choice: Choice): string {
  if (choice.to === 'person') return `person:${choice.person}`;
  return choice.to === 'pool' ? `pool:${choice.department}` : choice.to;
}

/** The choice of an option's value; nobody for one that is not known. */
export function readChoice(text: string | null): Choice {
  const [to = '', ...rest] = (text ?? '').split(':');
  const named = rest.join(':');
  if (to === 'person') return { to, person: named };
  if (to === 'pool') return { to, department: named };
  return to === 'queue' ? { to } : { to: 'nobody' };
}

/** Who can get the deals and the tasks: people, the people of a department by what they have in hand, a queue. */
export function handOverChoices({
  people,
  departments,
}: {
  people: AdminPerson[];
  departments: AdminDepartment[];
}): { deals: Options; tasks: Options } {
  const named = (some: AdminPerson[]) =>
    some.map(({ id, name }) => ({ value: `person:${id}`, label: name }));
  const pools = (some: AdminDepartment[]) =>
    some.map(({ key, name }) => ({ value: `pool:${key}`, label: `Least loaded of ${name}` }));
  const owners = people.filter(ownsDeals);
  const withOwners = departments.filter(({ members }) =>
    members.some(({ id }) => owners.some((owner) => owner.id === id)),
  );
  const nobody = { value: 'nobody', label: 'Nobody yet: list as without owner' };
  const queue = { value: 'queue', label: 'Back to the queues' };
  return {
    deals: [
      { group: 'By rule', items: [nobody, ...pools(withOwners)] },
      { group: 'People', items: named(owners) },
    ],
    tasks: [
      { group: 'By rule', items: [queue, nobody, ...pools(departments)] },
      { group: 'People', items: named(people) },
    ],
  };
}
