import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { call, post } from './call.ts';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A receiver on this machine, and the paths it was called at. */
async function receiver(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, asked, url: `http://127.0.0.1:${port}/hook` };
}

const calling = (url: string, withinMs = 5_000) =>
  call({ url, headers: {}, body: '{}', allowPrivate: true, withinMs });

describe('a call', () => {
  it.each([
    [200, { result: 'delivered', status: 200 }],
    [204, { result: 'delivered', status: 204 }],
    [400, { result: 'refused', why: 'refused:400', status: 400 }],
    [410, { result: 'refused', why: 'refused:410', status: 410 }],
    [408, { result: 'later', why: 'status:408', status: 408 }],
    [425, { result: 'later', why: 'status:425', status: 425 }],
    [429, { result: 'later', why: 'status:429', status: 429 }],
    [500, { result: 'later', why: 'status:500', status: 500 }],
    [503, { result: 'later', why: 'status:503', status: 503 }],
  ])('that is answered by %i', async (status, expected) => {
    const { url } = await receiver((_request, response) => response.writeHead(status).end());
    expect(await calling(url)).toEqual(expected);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i', async (status) => {
    const inside = await receiver((_request, response) => response.end());
    const { url } = await receiver((_request, response) =>
      response.writeHead(status, { location: inside.url }).end(),
    );
    expect(await calling(url)).toEqual({ result: 'refused', why: 'redirect', status });
    expect(inside.asked).toEqual([]);
  });

  it('connects to the address that was looked at, whatever the name leads to by now', async () => {
    const { port, asked } = await receiver((_request, response) => response.end());
    const url = new URL(`http://rebound.invalid:${port}/hook`);
    const address = { address: '127.0.0.1', family: 4 };
    const signal = AbortSignal.timeout(5_000);
    expect(await post(url, address, { headers: {}, body: '{}' }, signal)).toBe(200);
    expect(asked).toEqual([`rebound.invalid:${port} /hook`]);
  });

  it('ends when its time is up, for another attempt', async () => {
    const { url, asked } = await receiver(() => {});
    expect(await calling(url, 300)).toEqual({ result: 'later', why: 'time-out' });
    expect(asked).toHaveLength(1);
  });

  it('reads nothing of an answer but its status, however long it is', async () => {
    const { url } = await receiver((_request, response) => {
      const more = () => response.write(Buffer.alloc(65_536), more);
      response.writeHead(200);
      more();
    });
    expect(await calling(url)).toEqual({ result: 'delivered', status: 200 });
    await expect.poll(() => connections(running[0]!)).toBe(0);
  });

  it('that nobody takes is made again, and says so by a code', async () => {
    const { url } = await receiver(() => {});
    const [server] = running.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await calling(url)).toEqual({ result: 'later', why: 'ECONNREFUSED' });
  });

  it.each(['http://127.0.0.1:1/', 'http://localhost:1/', 'file:///etc/passwd', 'nowhere'])(
    'is never made again where it may not go: %s',
    async (url) => {
      const open = { url, headers: {}, body: '{}', allowPrivate: false, withinMs: 5_000 };
      expect(await call(open)).toEqual({ result: 'refused', why: 'address' });
    },
  );
});

function connections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
