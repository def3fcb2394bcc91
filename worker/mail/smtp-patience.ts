/**
 * How long a mail server may take, in ms, by phase of one hand-over (RFC 5321, 4.5.3.2). The last phase
 * is also how long a server may be working on a message after its connection has ended.
 */
export interface SmtpPatience {
  /** Until the connection stands. */
  connectMs: number;
  /** From the connection to its asking for the message: greeting, sender, recipient, DATA. */
  commandMs: number;
  /** While the message goes out. */
  dataMs: number;
  /** From the final dot to the answer. */
  answerMs: number;
  /** A hand-over that takes longer no longer keeps other mails waiting. */
  slowAfterMs: number;
}

const MINUTE_MS = 60_000;

/**
 * What RFC 5321 asks for; `answerMs` is the operator's to change. A server that is sure to answer within
 * less than the time of the message has no longer for the message either.
 */
export function smtpPatience(answerMs = 10 * MINUTE_MS): SmtpPatience {
  return {
    connectMs: MINUTE_MS / 2,
    commandMs: 5 * MINUTE_MS,
    dataMs: Math.min(5 * MINUTE_MS, answerMs),
    answerMs,
    slowAfterMs: 5_000,
  };
}

/** One timer for the phases of a hand-over: its signal aborts when the phase at hand takes too long. */
export class PhaseTimer {
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** The phase before is over; the next may take so long. */
  begin(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.signal.aborted) this.#timer = setTimeout(() => this.#ended.abort(), ms);
  }

  /** Nobody waits any longer. */
  abort(): void {
    this.stop();
    this.#ended.abort();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
