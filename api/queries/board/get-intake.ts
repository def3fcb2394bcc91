import { ownerRoles } from '../../contract/primitives.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { liveVersion } from '../process/live-version.ts';

/** Where deals come from; the list that a person chooses from. */
export const dealSources = [
  'Web form',
  'Phone',
  'Referral',
  'Paid campaign',
  'Fair or event',
  'Existing customer',
  'Other',
];

/** What to ask when a deal is registered on the live version. */
export async function getIntake({ services, actor }: SignedInContext, { key }: { key: string }) {
  const { database } = services;
  const self = actor.role === 'sales' ? { id: actor.id } : {};
  const [version, owners] = await Promise.all([
    liveVersion(database, key),
    database.person.findMany({
      where: { active: true, role: { in: ownerRoles }, ...self },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
  ]);
  return {
    version: version.number,
    name: version.drawing.name,
    currency: version.drawing.currency,
    sources: dealSources,
    fields: version.drawing.fields.filter(({ intake }) => intake !== 'no'),
    owners,
  };
}
