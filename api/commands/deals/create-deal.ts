import type { z } from 'zod';
import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import { nextDealNumber } from '#prisma/deal-number.ts';
import { beginRun } from '#prisma/begin-run.ts';
import type { dealsContract } from '../../contract/deals.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, type ProblemItem } from '../../problem/app-error.ts';
import { ownerRoles } from '../../contract/primitives.ts';
import { liveVersion } from '../../queries/process/live-version.ts';
import type { Version } from '../../queries/process/versions.ts';
import { announce } from '../running/changes.ts';
import { checkValues } from './check-values.ts';
import { rowCommand } from '../running/row-command.ts';
import { startRun } from '../running/start-run.ts';

export type NewDeal = z.output<NonNullable<(typeof dealsContract.create)['~orpc']['inputSchema']>>;
type Values = Record<string, Value | null>;

/** @throws AppError `fields-invalid` with every missing or wrong field of the intake form */
function checkIntake({ drawing }: Version, given: Values): Values {
  const asked = drawing.fields.filter(({ intake }) => intake !== 'no');
  const { values, errors } = checkValues(asked, given, 'fields');
  const wrong = new Set(errors.map(({ path }) => path));
  const missing = asked
    .filter(({ id, intake }) => intake === 'required' && !wrong.has(`fields.${id}`))
    .filter(({ id }) => values[id] === undefined || values[id] === null)
    .map(({ id, label }): ProblemItem => ({
      path: `fields.${id}`,
      message: `${label} is missing.`,
    }));
  const all = [...errors, ...missing];
  if (all.length === 0) return values;
  const detail = `${all.length === 1 ? 'One field is' : `${all.length} fields are`} missing or wrong.`;
  throw new AppError('fields-invalid', detail, { errors: all });
}

/** Salespeople register deals for themselves; others may name an owner. */
async function ownerOf(tx: Transaction, { actor }: SignedInContext, given: string | undefined) {
  if (given === undefined || given === actor.id) return actor.id;
  if (actor.role === 'sales')
    throw new AppError('forbidden', 'Register the deal for yourself; a manager can hand it over.');
  const where = { id: given, active: true, role: { in: ownerRoles } };
  if ((await tx.person.count({ where })) > 0) return given;
  const message = 'No active person who may own deals has this id.';
  throw new AppError('unknown-reference', message, {
    errors: [{ path: 'owner', value: given, message }],
  });
}

function searchText(number: string, { title, contact }: NewDeal): string {
  return [number, title, contact.name, contact.company ?? ''].join(' ').toLowerCase();
}

function startEvent(dealId: string, by: string, owner: string, version: Version, values: Values) {
  const change = fieldChange(version.definition.watched, values);
  const start: StartEvent = { id: `start:${dealId}`, kind: 'start', by, owner, ...change };
  return start;
}

async function insertDeal(tx: Transaction, context: SignedInContext, input: NewDeal) {
  const { actor, services } = context;
  const now = services.now();
  const version = await liveVersion(tx, input.process);
  const values = checkIntake(version, input.fields);
  const ownerId = await ownerOf(tx, context, input.owner);
  const { name, email = null, phone = null, company = null } = input.contact;
  const contact = await tx.contact.create({ data: { name, email, phone, company } });
  const number = await nextDealNumber(tx, input.process, now);
  const { id } = await tx.deal.create({
    data: {
      number,
      title: input.title,
      processKey: input.process,
      versionId: version.id,
      contactId: contact.id,
      valueMinor: input.valueMinor === undefined ? null : BigInt(input.valueMinor),
      currency: version.drawing.currency,
      source: input.source,
      ownerId,
      fields: Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== null),
      ) as object,
      createdById: actor.id,
      createdAt: now,
      search: searchText(number, input),
    },
    select: { id: true },
  });
  const event = startEvent(id, actor.id, ownerId, version, values) as object;
  await beginRun(tx, { dealId: id, runNo: 1, event });
  await announce(tx, [
    ['deal', id],
    ['board', input.process],
  ]);
  return { id, number, version: version.number };
}

/**
 * Registers a deal: customer, deal and the start of its run in one transaction, then the run. The run
 * may begin a moment later; it cannot be lost.
 */
export async function createDeal(context: SignedInContext, input: NewDeal) {
  const created = await rowCommand(context, input, (tx) => insertDeal(tx, context, input));
  await startRun(context.services, { dealId: created.id, runNo: 1 });
  return created;
}
