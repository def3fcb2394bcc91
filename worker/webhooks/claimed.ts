import type { WebhookDelivery } from '#prisma/generated/client.ts';

/** A row that is ours to send, its bytes frozen. */
export type Claimed = WebhookDelivery & { url: string; body: string };
