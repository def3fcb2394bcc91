import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, instant, measured, page, pageInput, written } from './primitives.ts';

export const notification = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  /** The due that the title ends with. */
  due: measured.nullable(),
  detail: z.string(),
  /** Null: it is about an account, not about a deal. */
  dealId: id.nullable(),
  /** Whose account an admin is to look at. */
  personId: id.nullable(),
  taskId: id.nullable(),
  at: instant,
  read: z.boolean(),
});

export const notificationsContract = {
  list: oc
    .route({ method: 'GET', path: '/notifications', tags: ['Notifications'] })
    .input(z.object(pageInput))
    .output(page(notification).extend({ unread: z.number() })),
  read: oc
    .route({ method: 'POST', path: '/notifications/read', tags: ['Notifications'] })
    .input(z.object({ ids: z.array(id).max(200).optional() }))
    .output(written),
};
