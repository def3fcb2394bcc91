import { z } from 'zod';
import { AppError } from '../problem/app-error.ts';

/** Where a keyset page ended: the sort key (an instant, or none) and the id that breaks ties. */
export interface Position {
  at: Date | null;
  id: string;
}

const shape = z.tuple([z.iso.datetime().nullable(), z.string().min(1).max(80)]);

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at?.toISOString() ?? null, id])).toString('base64url');
}

/** @throws AppError `invalid-input` for a cursor that this api has not given out */
export function decodeCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [at, id] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: at === null ? null : new Date(at), id };
  } catch {
    const message = 'This is not the `next` of an earlier page.';
    throw new AppError('invalid-input', message, { errors: [{ path: 'cursor', message }] });
  }
}

/** Cuts a list that was read one row further than the page, and says where the next page begins. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  position: (row: Row) => Position,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? encodeCursor(position(last)) : null;
  return { items: shown.map(toItem), next };
}
