import { finished } from 'node:stream';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { headerText } from '#core/describe/plain-text.ts';
import { PhaseTimer, type SmtpPatience } from './smtp-patience.ts';

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
  /** The message was handed over, and no answer came: it may have been accepted. */
  | { result: 'doubtful'; why: string };

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

/** Connections that are kept open at once; more than the relay ever uses. */
export const MOST_CONNECTIONS = 50;

/** Connections to the SMTP server at `url`, opened as they are needed. */
export function openSmtp(url: string, mailFrom: string, patience: SmtpPatience): Smtp {
  const transport = openTransport(url, patience);
  const from = headerText(mailFrom);
  const handOvers = new WeakMap<object, HandOver>();
  transport.use('stream', (mail, done) => {
    const handOver = handOvers.get(mail.data.headers as object);
    if (handOver) mail.message.processFunc((input) => heldBack(input as Readable, handOver));
    done();
  });
  const underWay = new Set<PhaseTimer>();
  return {
    send: async ({ messageId, notice, ...mail }, handingOver) => {
      // An object is taken as one address; a text would be read as a list.
      const to = { name: '', address: mail.to };
      const timer = new PhaseTimer();
      const headers = notice ? { 'Auto-Submitted': 'auto-generated' } : {};
      const handOver = { ...phases(timer, patience, handingOver), handed: false };
      handOvers.set(headers, handOver);
      underWay.add(timer);
      timer.begin(patience.connectMs + patience.commandMs);
      try {
        const options = { from, messageId, headers, signal: timer.signal, ...mail, to };
        const sent = await transport.sendMail(options);
        return { result: 'accepted', reply: String(sent.response).slice(0, 500) };
      } catch (error) {
        return deliveryOf(error as SmtpError, handOver.handed, timer.signal.aborted);
      } finally {
        timer.stop();
        underWay.delete(timer);
      }
    },
    close: () => {
      for (const timer of underWay) timer.abort();
      transport.close();
    },
  };
}

/** The phases are timed by signal; the library's own time-outs are the net below it. */
function openTransport(url: string, { connectMs, commandMs, dataMs, answerMs }: SmtpPatience) {
  return createTransport({
    url,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    maxRequeues: 0, // attempts are counted in the outbox
    connectionTimeout: connectMs,
    greetingTimeout: commandMs,
    socketTimeout: commandMs + dataMs + answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface HandOver {
  /** The server has asked for the message; its first byte waits for this. */
  begins(): Promise<void>;
  /** Its last byte is on its way. */
  isOut(): void;
  /** Whether a byte may have left. */
  handed: boolean;
}

function phases(timer: PhaseTimer, patience: SmtpPatience, handingOver: () => Promise<void>) {
  return {
    begins: async () => {
      await handingOver();
      timer.begin(patience.dataMs);
    },
    isOut: () => timer.begin(patience.answerMs),
  };
}

/** The same bytes, the first of them not before the hand-over may begin. */
function heldBack(input: Readable, handOver: HandOver): Readable {
  const output = Readable.from(bytes());
  async function* bytes() {
    await handOver.begins();
    handOver.handed = true;
    yield* input;
    handOver.isOut();
  }
  finished(input, (error) => error && output.destroy(error));
  return output;
}

function deliveryOf(error: SmtpError, handed: boolean, timedOut: boolean): Delivery {
  const { command = '', responseCode } = error;
  const code = timedOut ? 'time-out' : (error.code ?? 'unknown');
  if (responseCode !== undefined && responseCode >= 500) {
    const recipient = command === 'RCPT TO';
    // A server that refuses us (sign-in, sender) says nothing about the message.
    if (recipient || code === 'EMESSAGE' || command === 'DATA') {
      return { result: 'refused', code: responseCode, recipient };
    }
  }
  if (responseCode === undefined && handed && code !== 'ESTREAM') {
    return { result: 'doubtful', why: code };
  }
  return { result: 'later', why: responseCode === undefined ? code : String(responseCode) };
}
