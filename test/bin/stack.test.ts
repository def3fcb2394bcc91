import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { startStack, type Stack } from '../support/stack.ts';

let database: TestDatabase;
let stack: Stack;
beforeAll(async () => {
  database = await createTestDatabase();
  stack = await startStack({ database, workers: 2 });
});
afterAll(async () => {
  await stack.stop();
  await database.drop();
});

it('the product runs for a test, and its processes can be killed and started again', async () => {
  const health = async () => (await fetch(`${stack.url}/api/health`)).status;
  expect(await health()).toBe(200);
  const [pid, worker] = [stack.api.pid(), stack.workers[1]];
  await Promise.all([stack.api.kill(), worker?.kill()]);
  await expect(health()).rejects.toThrow();
  expect(worker?.running()).toBe(false);
  await Promise.all([stack.api.restart(), worker?.restart()]);
  expect(await health()).toBe(200);
  expect(stack.api.pid()).not.toBe(pid);
  expect(worker?.log()).toContain('worker ready');
});
