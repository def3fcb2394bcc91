import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';

export const temporalAddress = (): string => inject('servers').temporalAddress;
export const temporalNamespace = (): string => inject('servers').temporalNamespace;

/** A task queue of its own for a test file: no other worker takes its work. */
export const newTaskQueue = (): string => `test-${randomBytes(6).toString('hex')}`;

export interface TemporalConnection {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** Connects to the Temporal server of this run; close it at the end of the file. */
export async function connectTemporal(): Promise<TemporalConnection> {
  const connection = await Connection.connect({ address: temporalAddress() });
  const client = new Client({ connection, namespace: temporalNamespace() });
  return { client, close: () => connection.close() };
}
