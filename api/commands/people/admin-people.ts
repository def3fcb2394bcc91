import type { Transaction } from '#prisma/client.ts';
import type { HandOver } from '../../contract/admin.ts';
import type { Role } from '../../contract/primitives.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { readPeople } from '../../queries/people/admin-people.ts';
import { requireKnown, taken } from './admin-checks.ts';
import { staleRow } from '../running/stale-row.ts';
import { announce } from '../running/changes.ts';
import { hashNewPassword } from '../password/new-password.ts';
import { voidResetLink } from '../password/reset-link.ts';
import { handOverWork } from '../hand-over/hand-over-work.ts';
import { tellWithoutOwner } from '../hand-over/tell-hand-over.ts';
import { tellPeopleChanged } from './people-changed.ts';
import { rowCommand } from '../running/row-command.ts';

interface PersonInput {
  name: string;
  email: string;
  role: Role;
  departments: string[];
  tags?: string[] | undefined;
  capacity?: number | null | undefined;
}

/** What pools go by; left as it is when not given. */
function poolColumns({ tags, capacity }: PersonInput) {
  return {
    ...(tags && { tags: [...new Set(tags)] }),
    ...(capacity !== undefined && { capacity }),
  };
}

async function requireFreeEmail(tx: Transaction, email: string, except?: string): Promise<void> {
  const other = await tx.person.findUnique({ where: { email }, select: { id: true } });
  if (other && other.id !== except) throw taken('email', email, 'a person with the e-mail');
}

/** Departments that the person joins or leaves have another revision, as their members are others. */
async function setDepartments(tx: Transaction, personId: string, keys: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE department SET revision = revision + 1
    WHERE (key = ANY(${keys}::text[])) <> EXISTS (SELECT 1 FROM department_member m
      WHERE m.person_id = ${personId} AND m.department_key = department.key)`;
  await tx.departmentMember.deleteMany({ where: { personId, departmentKey: { notIn: keys } } });
  const data = [...new Set(keys)].map((departmentKey) => ({ departmentKey, personId }));
  await tx.departmentMember.createMany({ data, skipDuplicates: true });
}

async function answer(tx: Transaction, now: Date, id: string) {
  await announce(tx, [['admin', id]]);
  const [person] = await readPeople(tx, now, id);
  return person!;
}

/** Adds a person with a first password. The password itself is nowhere kept, nor is its hash logged. */
export async function createPerson(
  context: SignedInContext,
  input: PersonInput & { password: string },
) {
  const { name, role, departments, password } = input;
  const email = input.email.toLowerCase();
  const hash = await hashNewPassword(context.services, { name, email }, password);
  return rowCommand(context, input, async (tx) => {
    await requireFreeEmail(tx, email);
    await requireKnown(tx, { departments });
    await tx.$queryRaw`SELECT key FROM department ORDER BY key FOR UPDATE`;
    const { id } = await tx.person.create({
      data: { name, email, role, ...poolColumns(input) },
      select: { id: true },
    });
    await tx.account.create({
      data: { accountId: id, providerId: 'credential', userId: id, password: hash },
    });
    await setDepartments(tx, id, departments);
    await tellPeopleChanged(tx, { departments, roles: [role] });
    return answer(tx, context.services.now(), id);
  });
}

/** Nobody may take the last admin away: nobody could bring one back. */
async function requireAdminLeft(tx: Transaction, id: string, role: Role, active: boolean) {
  if (role === 'admin' && active) return;
  const others = await tx.person.count({ where: { role: 'admin', active: true, id: { not: id } } });
  if (others > 0) return;
  const message = 'This is the last active admin. Make another person admin first.';
  throw new AppError('invalid-input', message, {
    errors: [{ path: 'role', value: role, message }],
  });
}

interface Leaving {
  id: string;
  name: string;
  wasActive: boolean;
  handOver?: HandOver | undefined;
}

/** Without a choice everything stays where it is, which is told once. */
async function leave(
  tx: Transaction,
  context: SignedInContext,
  { wasActive, handOver, ...person }: Leaving,
): Promise<void> {
  await tx.session.deleteMany({ where: { personId: person.id } });
  await announce(tx, [['session', person.id]]);
  if (handOver) return handOverWork(tx, context, person, handOver);
  const now = context.services.now();
  if (wasActive) await tellWithoutOwner(tx, person, { dealsGoOver: false, now });
}

/**
 * Changes a person. One who is deactivated is signed out everywhere at once, and what is in their hands goes to whom
 * it is handed over; what is not is told to leads and managers (E30).
 */
export async function updatePerson(
  context: SignedInContext,
  input: PersonInput & {
    id: string;
    revision: number;
    active: boolean;
    handOver?: HandOver | undefined;
  },
) {
  const { id, name, role, departments, active, revision } = input;
  const email = input.email.toLowerCase();
  return rowCommand(context, input, async (tx) => {
    // Departments before people, as whoever edits a department locks them.
    await tx.$queryRaw`SELECT key FROM department ORDER BY key FOR UPDATE`;
    await tx.$queryRaw`SELECT id FROM person WHERE role = 'admin' OR id = ${id} ORDER BY id FOR UPDATE`;
    const [current] = await readPeople(tx, context.services.now(), id);
    if (!current) throw notFound('person', id);
    if (current.revision !== revision) throw staleRow(current.name, revision, current);
    await requireFreeEmail(tx, email, id);
    await requireKnown(tx, { departments });
    await requireAdminLeft(tx, id, role, active);
    await tx.person.update({
      where: { id },
      data: { name, email, role, active, ...poolColumns(input), revision: { increment: 1 } },
      select: { id: true },
    });
    await setDepartments(tx, id, departments);
    if (!active || email !== current.email) await voidResetLink(tx, id);
    if (!active) await leave(tx, context, { wasActive: current.active, ...input });
    await tellPeopleChanged(tx, {
      departments: [...current.departments, ...departments],
      roles: [current.role, role],
    });
    return answer(tx, context.services.now(), id);
  });
}
