import { inject } from 'vitest';
import type { FaultHook } from '#bin/mail/mail-fault.ts';
import type { MessageDetail } from '#bin/mail/mail-http.ts';
import { startMailServer, type MailServer } from '#bin/mail/mail-server.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import type { MessagePage } from '#bin/mail/message-index.ts';

export interface Mailbox {
  readonly smtpUrl: string;
  /** Value for MAIL_EVIDENCE_URL. */
  readonly httpUrl: string;
  /** Newest first, at most 200; `to` is one recipient's whole address. */
  readonly messages: (to?: string) => Promise<MessagePage['items']>;
  readonly read: (id: string) => Promise<MessageDetail>;
  /** How often the server accepted this Message-ID. */
  readonly countOf: (messageId: string) => Promise<number>;
}

/** The mail server that all test files of this run share: use recipients of your own. */
export function sharedMailbox(): Mailbox {
  const { smtpUrl, mailUrl } = inject('servers');
  return mailbox(smtpUrl, mailUrl);
}

/** A mail server in this very process, with faults on demand. Stop it at the end. */
export async function startFaultyMailbox(
  fault: FaultHook,
  ports: { smtpPort?: number; httpPort?: number } = {},
): Promise<Mailbox & { stop: MailServer['stop'] }> {
  const folder = temporaryFolder('mail');
  const server = await startMailServer({ folder, fault, ...ports });
  const stop = async () => {
    await server.stop();
    removeFolder(folder);
  };
  return { ...mailbox(server.smtpUrl, server.httpUrl), stop };
}

function mailbox(smtpUrl: string, httpUrl: string): Mailbox {
  return {
    smtpUrl,
    httpUrl,
    messages: async (to) =>
      (await ask<MessagePage>(httpUrl, '/messages', { limit: '200', ...(to && { to }) })).items,
    read: (id) => ask<MessageDetail>(httpUrl, `/messages/${id}`),
    countOf: async (messageId) =>
      (await ask<{ count: number }>(httpUrl, '/evidence', { messageId })).count,
  };
}

async function ask<T>(base: string, path: string, query: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(`${base}${path}?${new URLSearchParams(query).toString()}`);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
