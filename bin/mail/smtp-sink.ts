import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { FaultHook, MailAttempt, MailFault } from './mail-fault.ts';
import type { MessageIndex } from './message-index.ts';

export const SIZE_LIMIT_BYTES = 10 * 1024 * 1024;

type About = Parameters<MessageIndex['add']>[1];

/** A real SMTP server that keeps every message it accepts, and delivers none. */
export function createSmtpSink(
  index: MessageIndex,
  fault: FaultHook = () => undefined,
): SMTPServer {
  const sockets = new Map<number, Socket>();
  const attempts = { connect: 0, data: 0 };
  const ask = (stage: MailAttempt['stage'], about: Partial<MailAttempt> = {}) =>
    fault({ stage, number: ++attempts[stage], ...about });
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: SIZE_LIMIT_BYTES,
    maxClients: 200,
    onConnect: (_session, answer) =>
      answer(ask('connect')?.kind === 'refuseConnection' ? refusal(421, 'Try again later') : null),
    onData: (stream, session, answer) => {
      const drop = () => sockets.get(session.remotePort)?.destroy();
      receive(stream, session, index, ask, drop).then(
        (text) => answer(null, text),
        answer as (error: Error) => void,
      );
    },
  });
  sink.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  sink.on('error', () => {}); // a client that breaks off is its own affair
  return sink;
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  index: MessageIndex,
  ask: (stage: 'data', about: Partial<MailAttempt>) => MailFault | undefined,
  drop: () => void,
): Promise<string> {
  const raw = await readBounded(stream);
  const about = await describe(raw, session);
  const fault = ask('data', { messageId: about.messageId, to: about.to });
  if (fault?.kind === 'reply') throw refusal(fault.code, fault.text ?? 'Refused on purpose');
  if (fault?.kind === 'dropAfterDot') return breakOff(fault, () => index.add(raw, about), drop);
  if (fault?.kind === 'delay') await pause(fault.ms);
  return `OK: kept as message ${index.add(raw, about).id}`;
}

async function breakOff(
  { keep, keepAfterMs = 0 }: Extract<MailFault, { kind: 'dropAfterDot' }>,
  store: () => void,
  drop: () => void,
): Promise<string> {
  if (keep && keepAfterMs === 0) store();
  drop();
  if (keep && keepAfterMs > 0) await pause(keepAfterMs).then(store);
  return new Promise(() => {}); // the connection is gone: there is nobody to answer
}

async function readBounded(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded)
    throw refusal(552, `A message may have at most ${SIZE_LIMIT_BYTES} bytes`);
  return Buffer.concat(chunks);
}

async function describe(raw: Buffer, session: SMTPServerSession): Promise<About> {
  const end = raw.indexOf('\r\n\r\n');
  const head = await simpleParser(end < 0 ? raw : raw.subarray(0, end + 4));
  const { mailFrom, rcptTo } = session.envelope;
  return {
    messageId: head.messageId ?? '',
    from: head.from?.text ?? (mailFrom ? mailFrom.address : ''),
    to: rcptTo.map((recipient) => recipient.address.toLowerCase()),
    subject: head.subject ?? '',
    receivedAt: new Date().toISOString(),
  };
}

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });
