import type { z } from 'zod';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { dealFile } from '../../contract/deal.ts';

export type DealFileItem = z.infer<typeof dealFile>;

interface Row {
  id: string;
  field: string;
  name: string;
  size: number;
  type: string;
  task_id: string | null;
  by_id: string | null;
  by_name: string | null;
  created_at: Date;
}

/** Files of a deal, oldest first, with the labels of their fields. */
export async function readDealFiles(
  database: Pick<Database | Transaction, '$queryRaw'>,
  drawing: Drawing,
  dealId: string,
): Promise<DealFileItem[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT f.id, f.field, f.name, f.size, f.type, f.task_id, f.by_id, p.name AS by_name, f.created_at
    FROM deal_file f LEFT JOIN person p ON p.id = f.by_id
    WHERE f.deal_id = ${dealId} ORDER BY f.created_at, f.id`;
  const label = (field: string) => drawing.fields.find(({ id }) => id === field)?.label ?? field;
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    label: label(row.field),
    name: row.name,
    size: row.size,
    type: row.type,
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
    at: row.created_at.toISOString(),
    taskId: row.task_id,
  }));
}
