/** What a test makes the mail server do wrong. */
export type MailFault =
  /** The greeting is "421 try later" and the connection ends. */
  | { readonly kind: 'refuseConnection' }
  /** After the message this reply, 4xx or 5xx, and nothing is kept. */
  | { readonly kind: 'reply'; readonly code: number; readonly text?: string }
  /**
   * The connection breaks after the final dot, without a reply: kept or not, at once or after a while,
   * the sender cannot know.
   */
  | { readonly kind: 'dropAfterDot'; readonly keep: boolean; readonly keepAfterMs?: number }
  /** The reply comes late, in milliseconds. */
  | { readonly kind: 'delay'; readonly ms: number };

export interface MailAttempt {
  readonly stage: 'connect' | 'data';
  /** Counts the attempts of this stage since the server started, from 1. */
  readonly number: number;
  /** The message's, at stage `data`; as in its header, with angle brackets. */
  readonly messageId?: string;
  readonly to?: readonly string[];
}

/** Asked at each connection and at each message; undefined means that all goes well. */
export type FaultHook = (attempt: MailAttempt) => MailFault | undefined;
