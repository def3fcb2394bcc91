import type { StepRef } from '#core/run/contract/event.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { openDeal } from '../deals/deal-row.ts';
import { runCommand } from '../running/run-command.ts';

interface Input extends Omit<StepRef, 'item'> {
  dealId: string;
  item: string;
}

/**
 * Another item for a step that is done for several (E8): an option of its field.
 * @throws AppError `unknown-reference` for an item that the step cannot have
 */
export async function addItem(context: SignedInContext, input: Input) {
  const { dealId, item, ...each } = input;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const deal = await openDeal(tx, dealId);
      const { drawing } = await findVersion(tx, deal.versionId);
      const step = drawnStep(drawing, input.stage, input.step);
      const over = step?.kind === 'each' ? step.over : undefined;
      const options =
        over?.kind === 'list'
          ? (drawing.fields.find((field) => field.id === over.field)?.options ?? [])
          : [];
      const known = over?.kind === 'departments' ? await keysOf(tx) : options.map((o) => o.value);
      if (!known.includes(item)) throw unknownItem(item);
      return {
        run: { dealId, runNo: deal.runNo },
        event: { id, kind: 'addItem', by: context.actor.id, each, item },
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}

async function keysOf(tx: { department: { findMany(): Promise<{ key: string }[]> } }) {
  return (await tx.department.findMany()).map(({ key }) => key);
}

function unknownItem(item: string): AppError {
  const message = 'The step cannot have this item: choose one of its options.';
  return new AppError('unknown-reference', message, {
    errors: [{ path: 'item', value: item, message }],
  });
}
