import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { FaultHook } from './mail-fault.ts';
import { createMailHttp } from './mail-http.ts';
import { MessageIndex } from './message-index.ts';
import { createSmtpSink } from './smtp-sink.ts';

export interface MailServerOptions {
  /** Keeps the messages; they survive a restart. */
  readonly folder: string;
  /** 0 or absent: any free port. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
  readonly fault?: FaultHook;
}

export interface MailServer {
  readonly smtpUrl: string;
  readonly httpUrl: string;
  readonly stop: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts the development mail server on 127.0.0.1: SMTP in, HTTP to look at what came. */
export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const index = new MessageIndex(options.folder);
  const smtp = createSmtpSink(index, options.fault);
  const http = createServer(createMailHttp(index));
  const smtpPort = await listen(smtp.server, options.smtpPort);
  const httpPort = await listen(http, options.httpPort);
  const stop = async () => {
    http.closeAllConnections();
    await Promise.all([
      new Promise<void>((done) => smtp.close(done)),
      new Promise((done) => http.close(done)),
    ]);
    index.close();
  };
  return {
    smtpUrl: `smtp://${LOOPBACK}:${smtpPort}`,
    httpUrl: `http://${LOOPBACK}:${httpPort}`,
    stop,
  };
}

async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
