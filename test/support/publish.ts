import type { ApiClient } from './api-client.ts';

/** Draws a process as an ops admin does through the api, and publishes it as version 1. */
export async function publishProcess(
  ops: ApiClient,
  key: string,
  drawing: { name: string },
): Promise<void> {
  const { name } = drawing;
  const made = await ops.send<{ revision: number }>('POST', '/processes', { key, name });
  const { revision } = await ops.send<{ revision: number }>('PUT', `/processes/${key}/draft`, {
    revision: made.revision,
    drawing,
  });
  await ops.send('POST', `/processes/${key}/versions`, { revision, note: 'First version' });
}
