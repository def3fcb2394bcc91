import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  /** The database's URL by way of the proxy. */
  readonly url: string;
  /** Breaks every connection and takes no more. */
  cut(): void;
  /** Takes connections and keeps them, but passes nothing on any more. */
  hang(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP proxy before a server, so that it can be away for one process alone. */
export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let away = false;
  let hangs = false;
  const server = createServer((client) => {
    if (away) return void client.destroy();
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
    if (hangs) for (const socket of [client, upstream]) socket.unpipe().pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    away = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    hang: () => {
      hangs = true;
      for (const socket of open) socket.unpipe().pause();
    },
    mend: () => {
      if (hangs) for (const socket of open) socket.destroy();
      away = false;
      hangs = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
