import type { Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { readProcess } from '../../queries/process/get-process.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';

/** One stage with its ways out: the least that can be published. */
function firstDrawing(name: string, calendar: string): Drawing {
  const reason = [{ id: 'other', label: 'Other' }];
  const exits = [
    { id: 'won', name: 'Win the deal', mode: 'manual' as const, to: 'won', ungated: false },
    { id: 'lost', name: 'Lose the deal', mode: 'manual' as const, to: 'lost', ungated: false },
  ];
  const stage = {
    id: 'stage1',
    name: 'Register the lead',
    probability: 10,
    entry: [],
    criteria: [],
  };
  return {
    schema: 1,
    name,
    currency: 'PLN',
    calendar,
    fields: [],
    policies: [],
    stages: [{ ...stage, steps: [], links: [], exits }],
    outcomes: { won: { reasons: reason }, lost: { reasons: reason } },
  };
}

/** Writes a new process with its first draft; false when the key is taken. */
export async function insertProcess(
  tx: Transaction,
  key: string,
  draft: Drawing,
  by: string | null,
): Promise<boolean> {
  const created = await tx.$executeRaw`
    INSERT INTO process (key, name, draft, draft_by_id)
    VALUES (${key}, ${draft.name}, ${JSON.stringify(draft)}::jsonb, ${by})
    ON CONFLICT (key) DO NOTHING`;
  if (created > 0) await announce(tx, [['process', key]]);
  return created > 0;
}

/**
 * Creates a process with a draft to start from.
 * @throws AppError `exists` when the key is taken
 */
export async function createProcess(
  context: SignedInContext,
  input: { key: string; name: string },
) {
  return rowCommand(context, input, async (tx) => {
    const { key, name } = input;
    const calendar = await tx.calendar.findFirst({ orderBy: { key: 'asc' } });
    const draft = firstDrawing(name, calendar?.key ?? '');
    if (!(await insertProcess(tx, key, draft, context.actor.id)))
      throw new AppError('exists', `There is a process ${key} already. Choose another key.`, {
        errors: [{ path: 'key', value: key, message: 'The key is taken.' }],
      });
    return readProcess(tx, key, context.services.now());
  });
}
