import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';

const keyPattern = /^[A-Za-z0-9._:-]{8,100}$/;

export interface CommandKey {
  /**
   * Id of the command, of its event in the run and of its submission: `client:<person>:<Idempotency-Key>`.
   * No machine writes such ids, so whatever key is chosen hides no result and no other person's command (E24).
   */
  key: string;
  personId: string;
  route: string;
  bodyHash: string;
}

/** The key of a command within the product: whose it is, and what its person chose. */
export function clientKey(personId: string, chosen: string): string {
  return `client:${personId}:${chosen}`;
}

export interface StoredCommand {
  status: number | null;
  response: unknown;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * The identity of a command: key, person, route and body.
 * @throws AppError `idempotency-key`
 */
export function commandKey(context: SignedInContext, input: unknown): CommandKey {
  const key = context.idempotencyKey;
  if (key === undefined || !keyPattern.test(key)) {
    const message = 'A write needs a key of 8 to 100 letters, digits or . _ : -';
    const remedy = 'Send a new UUID for each command, and the same one when you repeat it.';
    const errors = [{ path: 'Idempotency-Key', message, remedy }];
    throw new AppError('idempotency-key', `${message} ${remedy}`, { errors });
  }
  const bodyHash = context.services.fingerprint(JSON.stringify(sorted(input) ?? null));
  return {
    key: clientKey(context.actor.id, key),
    personId: context.actor.id,
    route: context.route ?? '',
    bodyHash,
  };
}

/**
 * Claims the key for this command. Answers what an earlier request with it has left, or undefined
 * when this is the first. A concurrent request with the same key waits here for the other's end.
 * @throws AppError `idempotency-mismatch`
 */
export async function claimKey(
  tx: Transaction,
  command: CommandKey,
): Promise<StoredCommand | undefined> {
  const { key, personId, route, bodyHash } = command;
  const claimed = await tx.$executeRaw`
    INSERT INTO command (key, person_id, route, body_hash)
    VALUES (${key}, ${personId}, ${route}, ${bodyHash}) ON CONFLICT (key) DO NOTHING`;
  if (claimed === 1) return undefined;
  const earlier = await tx.command.findUniqueOrThrow({ where: { key } });
  const same =
    earlier.personId === personId && earlier.route === route && earlier.bodyHash === bodyHash;
  if (same) return { status: earlier.status, response: earlier.response };
  const detail = 'Send a new Idempotency-Key for a new request.';
  throw new AppError('idempotency-mismatch', detail, {
    errors: [{ path: 'Idempotency-Key', message: 'The key belongs to another request.' }],
  });
}

/** Keeps the answer of a command, to be given again. */
export async function finishCommand(
  tx: Pick<Transaction, 'command'>,
  key: string,
  status: number,
  response: unknown,
): Promise<void> {
  const data = { status, response: response as object, finishedAt: new Date() };
  await tx.command.update({ where: { key }, data, select: { key: true } });
}
