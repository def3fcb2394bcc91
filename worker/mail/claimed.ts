import type { Message } from '#prisma/generated/client.ts';

/** A row that is ours to send, its bytes frozen. */
export type Claimed = Message & {
  messageId: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
};
