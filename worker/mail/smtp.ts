import { finished } from 'node:stream';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { headerText } from '#core/words/plain-text.ts';

export interface Outgoing {
  /** With angle brackets. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** A machine's notice, to which nobody's autoresponder shall answer (RFC 3834). */
  notice: boolean;
}

export type Delivery =
  | { result: 'accepted'; reply: string }
  /** Refused for good: by the recipient's address, or the message itself. */
  | { result: 'refused'; code: number; recipient: boolean }
  /** Surely not accepted; worth another attempt. */
  | { result: 'later'; why: string }
  /** The connection broke after the message was handed over: it may have been accepted. */
  | { result: 'doubtful' };

export interface Smtp {
  /**
   * Sends one mail. `handingOver` is awaited when the server asked for the message and before its first
   * byte leaves; when it fails nothing is sent.
   */
  send(mail: Outgoing, handingOver: () => Promise<void>): Promise<Delivery>;
  close(): void;
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** A pool of four connections to the SMTP server at `url`. */
export function openSmtp(url: string, mailFrom: string): Smtp {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxRequeues: 0, // attempts are counted in the outbox
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = headerText(mailFrom);
  const handOvers = new WeakMap<object, () => Promise<void>>();
  transport.use('stream', (mail, done) => {
    const handOver = handOvers.get(mail.data.headers as object);
    if (handOver) mail.message.processFunc((input) => heldBack(input as Readable, handOver));
    done();
  });
  return {
    send: async ({ messageId, notice, ...mail }, handingOver) => {
      // An object is taken as one address; a text would be read as a list.
      const to = { name: '', address: mail.to };
      let handed = false;
      const headers = notice ? { 'Auto-Submitted': 'auto-generated' } : {};
      handOvers.set(headers, async () => {
        await handingOver();
        handed = true;
      });
      try {
        const sent = await transport.sendMail({ from, messageId, headers, ...mail, to });
        return { result: 'accepted', reply: String(sent.response).slice(0, 500) };
      } catch (error) {
        return deliveryOf(error as SmtpError, handed);
      }
    },
    close: () => transport.close(),
  };
}

/** The same bytes, the first of them not before `handOver` has come back. */
function heldBack(input: Readable, handOver: () => Promise<void>): Readable {
  const output = Readable.from(bytes());
  async function* bytes() {
    await handOver();
    yield* input;
  }
  finished(input, (error) => error && output.destroy(error));
  return output;
}

function deliveryOf(error: SmtpError, handed: boolean): Delivery {
  const { code = 'unknown', command = '', responseCode } = error;
  if (responseCode !== undefined && responseCode >= 500) {
    const recipient = command === 'RCPT TO';
    // A server that refuses us (sign-in, sender) says nothing about the message.
    if (recipient || code === 'EMESSAGE' || command === 'DATA') {
      return { result: 'refused', code: responseCode, recipient };
    }
  }
  if (responseCode === undefined && handed && code !== 'ESTREAM') return { result: 'doubtful' };
  return { result: 'later', why: responseCode === undefined ? code : String(responseCode) };
}
