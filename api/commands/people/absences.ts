import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound, type ProblemItem } from '../../problem/app-error.ts';
import { readAbsences } from '../../queries/people/list-absences.ts';
import { staleRow } from '../running/stale-row.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';

interface AbsenceInput {
  from: string;
  to: string;
  substitute: string | null;
  mode: 'active' | 'standby';
  delegateAuthority: boolean;
  note: string | null;
}

const leads = new Set(['admin', 'manager']);

/** People write down their own absences; managers and admins everybody's. */
function requireOwn({ actor }: SignedInContext, person: string): void {
  if (actor.id === person || leads.has(actor.role)) return;
  throw new AppError('forbidden', 'Only a manager can write down the absence of somebody else.');
}

/** @throws AppError `invalid-input` with everything that is wrong */
async function check(tx: Transaction, person: string, input: AbsenceInput): Promise<void> {
  const { from, to, substitute } = input;
  const errors: ProblemItem[] = [];
  if (Date.parse(to) <= Date.parse(from))
    errors.push({ path: 'to', value: to, message: 'The end must lie after the beginning.' });
  if (substitute === person)
    errors.push({ path: 'substitute', value: substitute, message: 'Choose somebody else.' });
  if (await isInCircle(tx, person, input))
    errors.push({
      path: 'substitute',
      value: substitute,
      message: 'They are away then, and you stand in for them: choose somebody who is here.',
    });
  const known = [person, ...(substitute ? [substitute] : [])];
  const found = await tx.person.count({ where: { id: { in: known }, active: true } });
  if (found < new Set(known).size)
    errors.push({ path: 'substitute', value: substitute, message: 'There is no such person.' });
  if (errors.length === 0) return;
  throw new AppError('invalid-input', errors.map(({ message }) => message).join(' '), { errors });
}

/** Whether the substitute is away at the same time with this person as their own substitute. */
async function isInCircle(
  tx: Transaction,
  person: string,
  { from, to, substitute }: AbsenceInput,
): Promise<boolean> {
  if (!substitute) return false;
  const where = {
    personId: substitute,
    substituteId: person,
    from: { lt: new Date(to) },
    to: { gt: new Date(from) },
  };
  return (await tx.absence.count({ where })) > 0;
}

function dataOf({ from, to, substitute, ...rest }: AbsenceInput) {
  return { from: new Date(from), to: new Date(to), substituteId: substitute, ...rest };
}

async function answer(tx: Transaction, person: string, id: string) {
  await announce(tx, [['admin', person]]);
  const [absence] = await readAbsences(tx, { id });
  return absence!;
}

export async function createAbsence(
  context: SignedInContext,
  input: AbsenceInput & { person: string },
) {
  const { person, ...absence } = input;
  return rowCommand(context, input, async (tx) => {
    requireOwn(context, person);
    await check(tx, person, absence);
    const data = { personId: person, ...dataOf(absence) };
    const { id } = await tx.absence.create({ data, select: { id: true } });
    return answer(tx, person, id);
  });
}

export async function updateAbsence(
  context: SignedInContext,
  input: AbsenceInput & { id: string; revision: number },
) {
  const { id, revision, ...absence } = input;
  return rowCommand(context, input, async (tx) => {
    const { personId } = await lockAbsence(context, tx, id, revision);
    await check(tx, personId, absence);
    const data = { ...dataOf(absence), revision: { increment: 1 } };
    await tx.absence.update({ where: { id }, data, select: { id: true } });
    return answer(tx, personId, id);
  });
}

export async function removeAbsence(
  context: SignedInContext,
  input: { id: string; revision: number },
) {
  return rowCommand(context, input, async (tx) => {
    const { personId } = await lockAbsence(context, tx, input.id, input.revision);
    await tx.absence.delete({ where: { id: input.id }, select: { id: true } });
    await announce(tx, [['admin', personId]]);
    return { ok: true as const };
  });
}

/** @throws AppError `not-found`, `forbidden`, `stale` */
async function lockAbsence(
  context: SignedInContext,
  tx: Transaction,
  id: string,
  revision: number,
) {
  await tx.$queryRaw`SELECT id FROM absence WHERE id = ${id} FOR UPDATE`;
  const row = await tx.absence.findUnique({ where: { id } });
  if (!row) throw notFound('absence', id);
  requireOwn(context, row.personId);
  const [current] = await readAbsences(tx, { id });
  if (row.revision !== revision) throw staleRow('The absence', revision, current!);
  return row;
}
