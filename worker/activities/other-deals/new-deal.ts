import { fieldChange } from '#core/definition/comparing/field-change.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import { nextDealNumber } from '#prisma/deal-number.ts';
import { beginRun } from '#prisma/begin-run.ts';
import type { Turn } from '../batch/turn.ts';
import { mapped, valuesOf } from './field-values.ts';
import { newestVersion } from './newest-version.ts';

interface NewDeal {
  process: string;
  /** Fields of this deal → fields of the other. */
  fields: { from: string; to: string }[];
  /** The step that waits for the other deal's end. */
  step?: StepRef;
  /** When it begins; at once when absent. */
  notBefore?: Date;
  /** How many automatic starts in a row it is (E28); a start that waits begins anew. */
  generation?: number;
}

/**
 * Writes a deal of another process for the same contact, with the start of its run, and answers its
 * id. One that begins later is `planned` until then.
 */
export async function insertDeal(turn: Turn, deal: NewDeal): Promise<string> {
  const { tx, batch, at, changes } = turn;
  const { process, step, notBefore, generation } = deal;
  const version = await newestVersion(tx, process);
  const { values: fields, misfits } = mapped(
    await valuesOf(turn),
    deal.fields,
    version.drawing.fields,
  );
  const number = await nextDealNumber(tx, process, at);
  const owner = batch.state.owner;
  const { id } = await tx.deal.create({
    data: {
      ...(await inherited(turn, number)),
      number,
      processKey: process,
      versionId: version.id,
      currency: version.drawing.currency,
      ownerId: owner,
      state: notBefore ? 'planned' : 'starting',
      fields: fields as object,
      createdAt: at,
      parentDealId: batch.dealId,
      parentRunNo: batch.runNo,
      ...(step && { parentStep: { ...step } }),
    },
    select: { id: true },
  });
  const change = fieldChange(version.definition.watched, fields);
  const event: StartEvent = {
    id: `start:${id}`,
    kind: 'start',
    by: null,
    owner,
    ...(generation && { generation }),
    ...(misfits.length > 0 && { misfits }),
    ...change,
  };
  await beginRun(tx, { dealId: id, runNo: 1, event, notBefore: notBefore ?? at });
  changes.add('deal', id);
  changes.add('board', process);
  changes.addWork('outbox');
  return id;
}

/** What the other deal has in common with this one. */
async function inherited({ tx, batch }: Turn, number: string) {
  const { title, source, contactId, contact } = await tx.deal.findUniqueOrThrow({
    where: { id: batch.dealId },
    select: {
      title: true,
      source: true,
      contactId: true,
      contact: { select: { name: true, company: true } },
    },
  });
  const search = [number, title, contact.name, contact.company ?? ''].join(' ').toLowerCase();
  return { title, source, contactId, search };
}
