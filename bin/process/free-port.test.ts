import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPortFree, rememberedPort } from './free-port.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagewright-port-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the port of an inner server', () => {
  it('is the same at the next start, and another when somebody has taken it', async () => {
    const file = join(folder, 'ports.json');
    const port = await rememberedPort(file, 'postgres');
    expect(await rememberedPort(file, 'postgres')).toBe(port);

    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    expect(await isPortFree(port)).toBe(false);
    expect(await rememberedPort(file, 'postgres')).not.toBe(port);
    squatter.close();
  });
});
