import type { Transaction } from './client.ts';

/**
 * The next number of a process and year, 'PV-2026-0001'. Others who register a deal on the process
 * wait for this transaction, so that no number is given twice or left out.
 */
export async function nextDealNumber(tx: Transaction, process: string, now: Date): Promise<string> {
  const prefix = `${process.split('-')[0]}-${now.getUTCFullYear()}`;
  const rows = await tx.$queryRaw<{ n: number }[]>`
    INSERT INTO setting (key, value) VALUES (${`deal-number:${prefix}`}, '1'::jsonb)
    ON CONFLICT (key) DO UPDATE SET value = to_jsonb((setting.value #>> '{}')::int + 1)
    RETURNING (value #>> '{}')::int AS n`;
  return `${prefix}-${String(rows[0]?.n ?? 1).padStart(4, '0')}`;
}
