import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFingerprint } from '../../session/fingerprint.ts';
import { clientKey, commandKey } from './idempotency.ts';

/** What machines call their events and submissions, in each form there is. */
const machineIds = [
  'start:deal-1:2',
  'started:process:s:p:1:1',
  'ended:deal-1:1',
  'mail:message-1',
  'webhook:delivery-1',
  'pause:freeze-1',
  'resume:freeze-1',
  'calendar:always:2',
  'results:deal-1',
  'reopen:deal-1:2',
  'answers:10',
  'file:client:sam:other-key',
  'client:sue:other-key',
];
const contextOf = (idempotencyKey: string, id = 'sam') =>
  ({
    idempotencyKey,
    actor: { id },
    route: 'deals.setFields',
    services: { fingerprint: createFingerprint('a secret of this test') },
  }) as never;

describe('the key that a client chooses', () => {
  it.each(machineIds)('never is the id %s, whoever chooses just that', (id) => {
    const { key } = commandKey(contextOf(id), {});
    expect(machineIds).not.toContain(key);
    expect(key).toBe(`client:sam:${id}`);
  });

  it('is another for each person', () => {
    expect(commandKey(contextOf('12345678', 'sue'), {}).key).not.toBe(clientKey('sam', '12345678'));
  });
});

describe('the body of a command', () => {
  const hashOf = (body: object) => commandKey(contextOf('12345678'), body).bodyHash;

  it('is told apart from another, in whatever order it was written', () => {
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
  });

  it('cannot be tried out by whoever reads the table: its hash needs the secret', () => {
    const body = JSON.stringify({ password: 'seven grey herons wade' });
    expect(hashOf(JSON.parse(body) as object)).not.toBe(
      createHash('sha256').update(body).digest('hex'),
    );
  });
});
