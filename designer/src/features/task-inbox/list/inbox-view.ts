import type { taskViews } from '#api/contract/tasks.ts';

export type InboxView = (typeof taskViews)[number];
